-- Configuration checklists, and the checks of components by them.
create table config_checklist (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-force', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  components uuid[] not null,
  owner uuid not null,
  every_days double precision,
  items jsonb not null,
  edition double precision not null,
  revise_reason text,
  drafted_by uuid,
  approved_by uuid,
  approved_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table config_check (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('waiting', 'matches', 'drifts', 'unclear', 'baseline-asked', 'baseline', 'declined', 'dropped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  checklist uuid not null,
  component uuid not null,
  why text not null check (why in ('install', 'hand', 'change', 'schedule')),
  change uuid,
  newest boolean not null,
  edition double precision not null,
  checked_at timestamptz,
  found jsonb not null,
  drifted double precision not null,
  unread double precision not null,
  drift_since timestamptz,
  baseline uuid,
  baseline_reason text,
  baseline_asked_by uuid,
  baseline_by uuid,
  baseline_at timestamptz,
  decline_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table config_checklist add constraint config_checklist_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table config_check add constraint config_check_checklist_link
  foreign key (checklist) references config_checklist deferrable initially deferred;
alter table config_check add constraint config_check_component_link
  foreign key (component) references component deferrable initially deferred;
alter table config_check add constraint config_check_change_link
  foreign key (change) references change deferrable initially deferred;
alter table config_checklist add constraint config_checklist_drafted_by_link
  foreign key (drafted_by) references person deferrable initially deferred;
alter table config_checklist add constraint config_checklist_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table config_check add constraint config_check_baseline_link
  foreign key (baseline) references config_check deferrable initially deferred;
alter table config_check add constraint config_check_baseline_asked_by_link
  foreign key (baseline_asked_by) references person deferrable initially deferred;
alter table config_check add constraint config_check_baseline_by_link
  foreign key (baseline_by) references person deferrable initially deferred;
create index config_checklist_by_state on config_checklist (state, id desc);
create index config_checklist_by_created_by on config_checklist (created_by, id desc) include (state);
create index config_checklist_custom on config_checklist using gin (custom jsonb_path_ops) where custom <> '{}';
create index config_checklist_title_sort on config_checklist (title, id);
create index config_checklist_by_components on config_checklist using gin (components);
create index config_checklist_by_owner on config_checklist (owner, id desc) include (state);
create index config_check_by_state on config_check (state, id desc);
create index config_check_by_created_by on config_check (created_by, id desc) include (state);
create index config_check_custom on config_check using gin (custom jsonb_path_ops) where custom <> '{}';
create index config_check_by_checklist on config_check (checklist, id desc) include (state);
create index config_check_by_component on config_check (component, id desc) include (state);
create index config_check_by_why on config_check (why, id desc) include (state);
create index config_check_by_change on config_check (change, id desc) include (state);
create index config_check_by_newest on config_check (newest, id desc) include (state);
create index config_check_by_checked_at on config_check (checked_at, id desc) include (state);
create index config_check_checked_at_sort on config_check (checked_at, id);
create index config_check_by_drift_since on config_check (drift_since, id desc) include (state);
create index config_check_baseline_at_sort on config_check (baseline_at, id);
alter table config_checklist add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column config_checklist.search is 'title; titleEn';
create index config_checklist_search on config_checklist using gin (search) with (gin_pending_list_limit = 64);
alter table config_check add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column config_check.search is 'title';
create index config_check_search on config_check using gin (search) with (gin_pending_list_limit = 64);
-- Of a component by a checklist one check waits and one is the newest, however many ask at once; and its baseline is found at once.
create unique index config_check_waits on config_check (checklist, component) where state = 'waiting';
create unique index config_check_newest on config_check (checklist, component) where newest;
create index config_check_baseline on config_check (checklist, component, baseline_at desc) where state = 'baseline';
