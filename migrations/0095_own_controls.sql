-- Controls of the firm's own, made from templates; and judging all subjects anew as something that has a beginning, a way and an end.
alter table control_state
  -- So many subjects have been judged anew, of so many that there were when it began.
  add column swept int not null default 0 check (swept >= 0),
  add column sweep_of int,
  -- When screens were last told how far it has come.
  add column told_at timestamptz,
  -- What was written about when it began, by whoever had not heard of it yet, is looked at again then: from when on.
  add column look_at timestamptz,
  add column look_from timestamptz;
create index control_state_sweeping on control_state (control) where sweeping;
-- By which version of the control it was judged.
alter table control_item add column version int not null default 1;
update control_item i set version = s.version from control_state s where s.control = i.control and s.version <> 1;

create table own_control (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'effective', 'superseded', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  edition double precision not null,
  title text not null,
  title_en text,
  area text not null check (area in ('governance', 'assets', 'security', 'continuity', 'service', 'change', 'projects', 'suppliers', 'operations', 'business', 'people')),
  reason text not null,
  remedy text not null,
  remedy_en text,
  record text not null,
  judges jsonb not null,
  scope jsonb not null,
  owner jsonb,
  min_subjects double precision not null,
  based_on uuid,
  return_reason text,
  approved_by uuid,
  approved_at timestamptz,
  withdraw_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table own_control add constraint own_control_based_on_link
  foreign key (based_on) references own_control deferrable initially deferred;
alter table own_control add constraint own_control_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
create index own_control_by_state on own_control (state, id desc) include (area);
create index own_control_by_created_by on own_control (created_by, id desc) include (state, area);
create index own_control_custom on own_control using gin (custom jsonb_path_ops) where custom <> '{}';
create index own_control_by_code on own_control (code, id desc) include (state, area);
create index own_control_code_sort on own_control (code, id);
create index own_control_edition_sort on own_control (edition, id);
create index own_control_title_sort on own_control (title, id);
create index own_control_by_area on own_control (area, id desc) include (state);
create index own_control_by_record on own_control (record, id desc) include (state, area);
alter table own_control add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("code", '') || ' ' || coalesce("title_en", ''), 'B')) stored;
comment on column own_control.search is 'title; code titleEn';
create index own_control_search on own_control using gin (search) with (gin_pending_list_limit = 64);
-- Of a code there is each edition once, and one at most that is being prepared; who drew it up does not approve it.
create unique index own_control_once on own_control (code, edition);
create unique index own_control_prepared on own_control (code) where state in ('draft', 'in-review');
alter table own_control add constraint own_control_two_people check (approved_by is null or approved_by <> created_by);
-- Every item is written again when all are judged anew: room beside each keeps that off its indexes.
alter table control_item set (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.05);
