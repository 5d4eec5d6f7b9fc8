-- Reviews by management with what they decide, and each day's sample of verdicts that are judged afresh.
create table management_review (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'compiled', 'held', 'signed', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  starts_on date not null,
  ends_on date not null,
  chair uuid not null,
  participants uuid[] not null,
  agenda text,
  figures jsonb,
  compiled_at timestamptz,
  held_on date,
  minutes text,
  digest text,
  signed_by uuid,
  signed_at timestamptz,
  closed_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table judgement_sample (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('agrees', 'differs', 'explained')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  day date not null,
  judged double precision not null,
  differing double precision not null,
  differences jsonb not null,
  last_at timestamptz,
  explanation text,
  explained_by uuid,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table management_review add constraint management_review_chair_link
  foreign key (chair) references person deferrable initially deferred;
alter table management_review add constraint management_review_signed_by_link
  foreign key (signed_by) references person deferrable initially deferred;
alter table judgement_sample add constraint judgement_sample_explained_by_link
  foreign key (explained_by) references person deferrable initially deferred;
alter table action add column management_review uuid;
create index action_by_management_review on action (management_review, id desc) include (state);
create index management_review_by_state on management_review (state, id desc);
create index management_review_by_created_by on management_review (created_by, id desc) include (state);
create index management_review_custom on management_review using gin (custom jsonb_path_ops) where custom <> '{}';
create index management_review_by_starts_on on management_review (starts_on, id desc) include (state);
create index management_review_starts_on_sort on management_review (starts_on, id);
create index management_review_by_ends_on on management_review (ends_on, id desc) include (state);
create index management_review_ends_on_sort on management_review (ends_on, id);
create index management_review_by_chair on management_review (chair, id desc) include (state);
create index management_review_by_participants on management_review using gin (participants);
create index management_review_by_held_on on management_review (held_on, id desc) include (state);
create index management_review_held_on_sort on management_review (held_on, id);
create index judgement_sample_by_state on judgement_sample (state, id desc);
create index judgement_sample_by_created_by on judgement_sample (created_by, id desc) include (state);
create index judgement_sample_custom on judgement_sample using gin (custom jsonb_path_ops) where custom <> '{}';
create index judgement_sample_by_day on judgement_sample (day, id desc) include (state);
create index judgement_sample_day_sort on judgement_sample (day, id);
create index judgement_sample_by_differing on judgement_sample (differing, id desc) include (state);
alter table management_review add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column management_review.search is 'title; titleEn';
create index management_review_search on management_review using gin (search) with (gin_pending_list_limit = 64);
alter table judgement_sample add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column judgement_sample.search is 'title';
create index judgement_sample_search on judgement_sample using gin (search) with (gin_pending_list_limit = 64);
-- One sample a day, however many copies of the server draw it.
create unique index judgement_sample_once on judgement_sample (day);
