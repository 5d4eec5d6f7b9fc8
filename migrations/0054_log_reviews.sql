-- Reviews of the operations log: what a manager went through and signed for.
create table log_review (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('due', 'signed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  starts_on date not null,
  ends_on date not null,
  due_by timestamptz not null,
  lines double precision not null,
  reviewed jsonb not null,
  digest text not null,
  conclusions text,
  signed_by uuid,
  signed_at timestamptz,
  late boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null,
  -- Each period is reviewed once, whichever copy of the server draws it up.
  constraint log_review_once unique (starts_on)
);
alter table log_review add constraint log_review_signed_by_link
  foreign key (signed_by) references person deferrable initially deferred;
create index log_review_by_state on log_review (state, id desc) include (late);
create index log_review_by_created_by on log_review (created_by, id desc) include (state, late);
create index log_review_custom on log_review using gin (custom jsonb_path_ops) where custom <> '{}';
create index log_review_by_starts_on on log_review (starts_on, id desc) include (state, late);
create index log_review_starts_on_sort on log_review (starts_on, id);
create index log_review_due_by_sort on log_review (due_by, id);
create index log_review_by_signed_by on log_review (signed_by, id desc) include (state, late);
create index log_review_by_late on log_review (late, id desc) include (state);
alter table log_review add column search tsvector
  generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column log_review.search is 'title; titleEn';
create index log_review_search on log_review using gin (search) with (gin_pending_list_limit = 64);
