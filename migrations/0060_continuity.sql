-- Emergency plans, the drills that rehearse them, and the faults that those lend; what a drill found is an action like any other.
create table emergency_plan (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'effective', 'stale', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  level text not null check (level in ('general', 'larger', 'major', 'severe')),
  affects_trading boolean not null,
  scenario text not null,
  components uuid[] not null,
  owner uuid not null,
  decider uuid not null,
  deputy uuid,
  contacts jsonb not null,
  runbook uuid,
  steps text,
  detect_minutes double precision not null,
  decide_minutes double precision not null,
  restore_minutes double precision not null,
  loss_minutes double precision,
  drill_days double precision not null,
  valid_days double precision not null,
  supplier uuid,
  vendor_signed_by text,
  vendor_signed_on date,
  approved_by uuid,
  approved_at timestamptz,
  valid_until date,
  last_drilled_on date,
  drill_due_on date,
  stale_because text check (stale_because in ('expired', 'changed', 'undrilled')),
  stale_note text,
  return_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table drill (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('planned', 'approved', 'running', 'finished', 'closed', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  plan uuid not null,
  kind text not null check (kind in ('live', 'tabletop')),
  planned_start timestamptz not null,
  planned_end timestamptz not null,
  lead uuid not null,
  observers uuid[] not null,
  scope text not null,
  components uuid[] not null,
  safety text not null,
  production boolean not null,
  decider uuid,
  deputy uuid,
  detect_minutes double precision,
  decide_minutes double precision,
  restore_minutes double precision,
  loss_minutes double precision,
  approved_at timestamptz,
  started_at timestamptz,
  started_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  run uuid,
  finished_at timestamptz,
  held_on date,
  zero_at timestamptz,
  detected_at timestamptz,
  restored_at timestamptz,
  detect_took double precision,
  decide_took double precision,
  restore_took double precision,
  loss double precision,
  outcome text check (outcome in ('met', 'missed')),
  alert_score double precision,
  command_score double precision,
  hands_score double precision,
  speech_score double precision,
  plan_score double precision,
  score double precision,
  conclusion text,
  reject_reason text,
  cancel_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table drill_fault (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('planned', 'lasting', 'ended', 'lifted', 'failed', 'dropped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  drill uuid not null,
  component uuid not null,
  kind text not null check (kind in ('stop', 'slow', 'refuse', 'wrong')),
  title text,
  minutes double precision not null,
  note text,
  injected_at timestamptz,
  injected_by uuid,
  until timestamptz,
  ended_at timestamptz,
  failure text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table emergency_plan add constraint emergency_plan_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table emergency_plan add constraint emergency_plan_decider_link
  foreign key (decider) references person deferrable initially deferred;
alter table emergency_plan add constraint emergency_plan_deputy_link
  foreign key (deputy) references person deferrable initially deferred;
alter table emergency_plan add constraint emergency_plan_runbook_link
  foreign key (runbook) references runbook deferrable initially deferred;
alter table emergency_plan add constraint emergency_plan_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table emergency_plan add constraint emergency_plan_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table drill add constraint drill_plan_link
  foreign key (plan) references emergency_plan deferrable initially deferred;
alter table drill add constraint drill_lead_link
  foreign key (lead) references person deferrable initially deferred;
alter table drill add constraint drill_decider_link
  foreign key (decider) references person deferrable initially deferred;
alter table drill add constraint drill_deputy_link
  foreign key (deputy) references person deferrable initially deferred;
alter table drill add constraint drill_started_by_link
  foreign key (started_by) references person deferrable initially deferred;
alter table drill add constraint drill_decided_by_link
  foreign key (decided_by) references person deferrable initially deferred;
alter table drill add constraint drill_run_link
  foreign key (run) references run deferrable initially deferred;
alter table drill_fault add constraint drill_fault_drill_link
  foreign key (drill) references drill deferrable initially deferred;
alter table drill_fault add constraint drill_fault_component_link
  foreign key (component) references component deferrable initially deferred;
alter table drill_fault add constraint drill_fault_injected_by_link
  foreign key (injected_by) references person deferrable initially deferred;
alter table action add column drill uuid;
alter table action add constraint action_drill_link
  foreign key (drill) references drill deferrable initially deferred;
create index action_by_drill on action (drill, id desc) include (state);
create index emergency_plan_by_state on emergency_plan (state, id desc) include (level, affects_trading, stale_because);
create index emergency_plan_by_created_by on emergency_plan (created_by, id desc) include (state, level, affects_trading, stale_because);
create index emergency_plan_custom on emergency_plan using gin (custom jsonb_path_ops) where custom <> '{}';
create index emergency_plan_title_sort on emergency_plan (title, id);
create index emergency_plan_by_level on emergency_plan (level, id desc) include (state, affects_trading, stale_because);
create index emergency_plan_by_affects_trading on emergency_plan (affects_trading, id desc) include (state, level, stale_because);
create index emergency_plan_by_components on emergency_plan using gin (components);
create index emergency_plan_by_owner on emergency_plan (owner, id desc) include (state, level, affects_trading, stale_because);
create index emergency_plan_by_decider on emergency_plan (decider, id desc) include (state, level, affects_trading, stale_because);
create index emergency_plan_by_runbook on emergency_plan (runbook, id desc) include (state, level, affects_trading, stale_because);
create index emergency_plan_by_supplier on emergency_plan (supplier, id desc) include (state, level, affects_trading, stale_because);
create index emergency_plan_by_valid_until on emergency_plan (valid_until, id desc) include (state, level, affects_trading, stale_because);
create index emergency_plan_valid_until_sort on emergency_plan (valid_until, id);
create index emergency_plan_last_drilled_on_sort on emergency_plan (last_drilled_on, id);
create index emergency_plan_by_drill_due_on on emergency_plan (drill_due_on, id desc) include (state, level, affects_trading, stale_because);
create index emergency_plan_drill_due_on_sort on emergency_plan (drill_due_on, id);
create index emergency_plan_by_stale_because on emergency_plan (stale_because, id desc) include (state, level, affects_trading);
create index drill_by_state on drill (state, id desc) include (kind, production, outcome);
create index drill_by_created_by on drill (created_by, id desc) include (state, kind, production, outcome);
create index drill_custom on drill using gin (custom jsonb_path_ops) where custom <> '{}';
create index drill_by_plan on drill (plan, id desc) include (state, kind, production, outcome);
create index drill_by_kind on drill (kind, id desc) include (state, production, outcome);
create index drill_by_planned_start on drill (planned_start, id desc) include (state, kind, production, outcome);
create index drill_planned_start_sort on drill (planned_start, id);
create index drill_by_lead on drill (lead, id desc) include (state, kind, production, outcome);
create index drill_by_components on drill using gin (components);
create index drill_by_production on drill (production, id desc) include (state, kind, outcome);
create index drill_started_at_sort on drill (started_at, id);
create index drill_by_run on drill (run, id desc) include (state, kind, production, outcome);
create index drill_by_finished_at on drill (finished_at, id desc) include (state, kind, production, outcome);
create index drill_finished_at_sort on drill (finished_at, id);
create index drill_by_held_on on drill (held_on, id desc) include (state, kind, production, outcome);
create index drill_held_on_sort on drill (held_on, id);
create index drill_by_outcome on drill (outcome, id desc) include (state, kind, production);
create index drill_score_sort on drill (score, id);
create index drill_fault_by_state on drill_fault (state, id desc) include (kind);
create index drill_fault_by_created_by on drill_fault (created_by, id desc) include (state, kind);
create index drill_fault_custom on drill_fault using gin (custom jsonb_path_ops) where custom <> '{}';
create index drill_fault_by_drill on drill_fault (drill, id desc) include (state, kind);
create index drill_fault_by_component on drill_fault (component, id desc) include (state, kind);
create index drill_fault_by_kind on drill_fault (kind, id desc) include (state);
alter table emergency_plan add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column emergency_plan.search is 'title; titleEn';
create index emergency_plan_search on emergency_plan using gin (search) with (gin_pending_list_limit = 64);
alter table drill add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column drill.search is 'title';
create index drill_search on drill using gin (search) with (gin_pending_list_limit = 64);
alter table drill_fault add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column drill_fault.search is 'title';
create index drill_fault_search on drill_fault using gin (search) with (gin_pending_list_limit = 64);
-- Who writes a plan does not approve it.
alter table emergency_plan add constraint emergency_plan_two_people check (approved_by <> created_by);
