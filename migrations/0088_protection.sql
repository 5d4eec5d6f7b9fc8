-- Classes of data, undertakings, training, and the checks of the journal.
alter table department add column technology boolean not null default false;
alter table department alter column technology drop default;
create table data_class (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'approved', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  name_en text,
  level text not null check (level in ('public', 'internal', 'sensitive', 'secret')),
  examples text not null,
  store text not null,
  send text not null,
  print text not null,
  destroy text not null,
  who text not null,
  effective_on date not null,
  approved_by uuid,
  approved_at timestamptz,
  withdraw_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table class_review (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('due', 'proposed', 'agreed', 'lapsed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  asset uuid not null,
  reviewer uuid not null,
  due_on date not null,
  was text check (was in ('public', 'internal', 'sensitive', 'secret')),
  level text check (level in ('public', 'internal', 'sensitive', 'secret')),
  reason text,
  proposed_by uuid,
  agreed_by uuid,
  agreed_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table undertaking_text (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'published', 'superseded', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  title text not null,
  title_en text,
  text text not null,
  text_en text,
  lasting text not null,
  audience text not null check (audience in ('all', 'it')),
  valid_days double precision not null,
  days double precision not null,
  digest text,
  published_by uuid,
  published_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table undertaking (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('asked', 'signed', 'replaced', 'lapsed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  text uuid not null,
  code text not null,
  title text not null,
  title_en text,
  person uuid not null,
  digest text not null,
  due_on date not null,
  remind_on date,
  signed_at timestamptz,
  valid_until date,
  told_on date,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table training_course (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('offered', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  name_en text,
  topic text not null check (topic in ('security', 'other')),
  hours double precision not null,
  pass_mark double precision,
  valid_days double precision not null,
  audience text not null check (audience in ('all', 'it', 'posts')),
  posts uuid[] not null,
  content text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table training_record (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('entered', 'confirmed', 'rejected')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  course uuid not null,
  person uuid not null,
  held_on date not null,
  hours double precision,
  score double precision,
  proof text,
  topic text check (topic in ('security', 'other')),
  passed boolean not null,
  valid_until date,
  confirmed_by uuid,
  confirmed_at timestamptz,
  reject_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table log_check (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('sound', 'broken')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  result text not null check (result in ('sound', 'broken')),
  checked_at timestamptz not null,
  entries double precision not null,
  seals double precision not null,
  broken text,
  oldest_at timestamptz,
  since timestamptz,
  gap_hours double precision,
  newest boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table data_class add constraint data_class_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table class_review add constraint class_review_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table class_review add constraint class_review_reviewer_link
  foreign key (reviewer) references person deferrable initially deferred;
alter table class_review add constraint class_review_proposed_by_link
  foreign key (proposed_by) references person deferrable initially deferred;
alter table class_review add constraint class_review_agreed_by_link
  foreign key (agreed_by) references person deferrable initially deferred;
alter table undertaking_text add constraint undertaking_text_published_by_link
  foreign key (published_by) references person deferrable initially deferred;
alter table undertaking add constraint undertaking_text_link
  foreign key (text) references undertaking_text deferrable initially deferred;
alter table undertaking add constraint undertaking_person_link
  foreign key (person) references person deferrable initially deferred;
alter table training_record add constraint training_record_course_link
  foreign key (course) references training_course deferrable initially deferred;
alter table training_record add constraint training_record_person_link
  foreign key (person) references person deferrable initially deferred;
alter table training_record add constraint training_record_confirmed_by_link
  foreign key (confirmed_by) references person deferrable initially deferred;
create index data_class_by_state on data_class (state, id desc) include (level);
create index data_class_by_created_by on data_class (created_by, id desc) include (state, level);
create index data_class_custom on data_class using gin (custom jsonb_path_ops) where custom <> '{}';
create index data_class_by_level on data_class (level, id desc) include (state);
create index data_class_by_effective_on on data_class (effective_on, id desc) include (state, level);
create index data_class_effective_on_sort on data_class (effective_on, id);
create index class_review_by_state on class_review (state, id desc);
create index class_review_by_created_by on class_review (created_by, id desc) include (state);
create index class_review_custom on class_review using gin (custom jsonb_path_ops) where custom <> '{}';
create index class_review_by_asset on class_review (asset, id desc) include (state);
create index class_review_by_reviewer on class_review (reviewer, id desc) include (state);
create index class_review_by_due_on on class_review (due_on, id desc) include (state);
create index class_review_due_on_sort on class_review (due_on, id);
create index class_review_agreed_at_sort on class_review (agreed_at, id);
create index undertaking_text_by_state on undertaking_text (state, id desc) include (audience);
create index undertaking_text_by_created_by on undertaking_text (created_by, id desc) include (state, audience);
create index undertaking_text_custom on undertaking_text using gin (custom jsonb_path_ops) where custom <> '{}';
create index undertaking_text_by_code on undertaking_text (code, id desc) include (state, audience);
create index undertaking_text_code_sort on undertaking_text (code, id);
create index undertaking_text_by_audience on undertaking_text (audience, id desc) include (state);
create index undertaking_text_published_at_sort on undertaking_text (published_at, id);
create index undertaking_by_state on undertaking (state, id desc);
create index undertaking_by_created_by on undertaking (created_by, id desc) include (state);
create index undertaking_custom on undertaking using gin (custom jsonb_path_ops) where custom <> '{}';
create index undertaking_by_text on undertaking (text, id desc) include (state);
create index undertaking_by_code on undertaking (code, id desc) include (state);
create index undertaking_by_person on undertaking (person, id desc) include (state);
create index undertaking_by_due_on on undertaking (due_on, id desc) include (state);
create index undertaking_due_on_sort on undertaking (due_on, id);
create index undertaking_by_remind_on on undertaking (remind_on, id desc) include (state);
create index undertaking_signed_at_sort on undertaking (signed_at, id);
create index undertaking_by_valid_until on undertaking (valid_until, id desc) include (state);
create index undertaking_valid_until_sort on undertaking (valid_until, id);
create index training_course_by_state on training_course (state, id desc) include (topic, audience);
create index training_course_by_created_by on training_course (created_by, id desc) include (state, topic, audience);
create index training_course_custom on training_course using gin (custom jsonb_path_ops) where custom <> '{}';
create index training_course_by_code on training_course (code, id desc) include (state, topic, audience);
create index training_course_code_sort on training_course (code, id);
create unique index training_course_code_unique on training_course (code);
create index training_course_name_sort on training_course (name, id);
create index training_course_by_topic on training_course (topic, id desc) include (state, audience);
create index training_course_by_audience on training_course (audience, id desc) include (state, topic);
create index training_record_by_state on training_record (state, id desc) include (topic, passed);
create index training_record_by_created_by on training_record (created_by, id desc) include (state, topic, passed);
create index training_record_custom on training_record using gin (custom jsonb_path_ops) where custom <> '{}';
create index training_record_by_course on training_record (course, id desc) include (state, topic, passed);
create index training_record_by_person on training_record (person, id desc) include (state, topic, passed);
create index training_record_by_held_on on training_record (held_on, id desc) include (state, topic, passed);
create index training_record_held_on_sort on training_record (held_on, id);
create index training_record_by_topic on training_record (topic, id desc) include (state, passed);
create index training_record_by_passed on training_record (passed, id desc) include (state, topic);
create index training_record_by_valid_until on training_record (valid_until, id desc) include (state, topic, passed);
create index training_record_valid_until_sort on training_record (valid_until, id);
create index log_check_by_state on log_check (state, id desc) include (result, newest);
create index log_check_by_created_by on log_check (created_by, id desc) include (state, result, newest);
create index log_check_custom on log_check using gin (custom jsonb_path_ops) where custom <> '{}';
create index log_check_by_result on log_check (result, id desc) include (state, newest);
create index log_check_checked_at_sort on log_check (checked_at, id);
create index log_check_by_newest on log_check (newest, id desc) include (state, result);
create index department_by_technology on department (technology, id desc) include (state);
alter table data_class add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column data_class.search is 'name';
create index data_class_search on data_class using gin (search) with (gin_pending_list_limit = 64);
alter table class_review add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column class_review.search is 'title';
create index class_review_search on class_review using gin (search) with (gin_pending_list_limit = 64);
alter table undertaking_text add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("code", ''), 'B')) stored;
comment on column undertaking_text.search is 'title; code';
create index undertaking_text_search on undertaking_text using gin (search) with (gin_pending_list_limit = 64);
alter table undertaking add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column undertaking.search is 'title';
create index undertaking_search on undertaking using gin (search) with (gin_pending_list_limit = 64);
alter table training_course add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("name", ''), 'A')) stored;
comment on column training_course.search is 'code name';
create index training_course_search on training_course using gin (search) with (gin_pending_list_limit = 64);
alter table training_record add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column training_record.search is 'title';
create index training_record_search on training_record using gin (search) with (gin_pending_list_limit = 64);
alter table data_class add constraint data_class_approved_by_another check (approved_by <> created_by);
alter table class_review add constraint class_review_agreed_by_another check (agreed_by <> proposed_by);
alter table training_record add constraint training_confirmed_by_another check (confirmed_by <> person);
create unique index undertaking_asked_once on undertaking (person, code, digest) where state = 'asked';
create function forbid_changed_undertaking() returns trigger language plpgsql as $$
begin
  if old.digest is not null and ((new.digest is not null and new.digest <> old.digest)
    or (new.code, new.title, new.title_en, new.text, new.text_en, new.lasting)
      is distinct from (old.code, old.title, old.title_en, old.text, old.text_en, old.lasting)) then
    raise exception 'the text of a published undertaking is not changed';
  end if;
  return new;
end $$;
create trigger undertaking_text_kept before update on undertaking_text
  for each row execute function forbid_changed_undertaking();
