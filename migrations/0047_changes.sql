-- Changes with their templates, freezes set by hand, and proofs of the backups that a change wants before it starts.
create table change (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'assessed', 'approved', 'scheduled', 'in-progress', 'verified', 'closed', 'rolling-back', 'rolled-back', 'rejected', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  kind text not null check (kind in ('standard', 'normal', 'emergency')),
  template uuid,
  reason text not null,
  components uuid[] not null,
  owner uuid,
  team uuid,
  supplier uuid,
  planned_start timestamptz,
  planned_end timestamptz,
  answers jsonb,
  risk text check (risk in ('low', 'medium', 'high')),
  runbook uuid,
  rollback_runbook uuid,
  rollback_steps text,
  tests jsonb not null,
  versions jsonb not null,
  backup_of uuid[] not null,
  backup_hours double precision not null,
  no_backup_reason text,
  watch_hours double precision not null,
  freeze_reason text,
  clash_reason text,
  backup_waiver text,
  reject_reason text,
  withdraw_reason text,
  approved_at timestamptz,
  approval_due_at timestamptz,
  started_at timestamptz,
  started_by uuid,
  run uuid,
  results jsonb not null,
  former jsonb not null,
  verified_at timestamptz,
  verified_by uuid,
  watch_until timestamptz,
  rollback_reason text,
  rollback_by uuid,
  rollback_run uuid,
  rollback_result text,
  ended_at timestamptz,
  review text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table change_template (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-force', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  purpose text not null,
  components uuid[] not null,
  runbook uuid not null,
  rollback_runbook uuid,
  rollback_steps text,
  answers jsonb,
  tests jsonb not null,
  backup_hours double precision not null,
  no_backup_reason text,
  watch_hours double precision not null,
  valid_until date not null,
  approved_by uuid,
  approved_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table freeze_window (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-force', 'lifted')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  covers text not null check (covers in ('all', 'trading')),
  reason text not null,
  lift_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table backup_proof (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('taken', 'proven', 'void')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  components uuid[] not null,
  taken_at timestamptz not null,
  place text not null,
  bytes double precision not null,
  sha256 text not null,
  proof text,
  proven_by uuid,
  proven_at timestamptz,
  void_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table change add constraint change_template_link
  foreign key (template) references change_template deferrable initially deferred;
alter table change add constraint change_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table change add constraint change_team_link
  foreign key (team) references team deferrable initially deferred;
alter table change add constraint change_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table change add constraint change_runbook_link
  foreign key (runbook) references runbook deferrable initially deferred;
alter table change add constraint change_rollback_runbook_link
  foreign key (rollback_runbook) references runbook deferrable initially deferred;
alter table change add constraint change_started_by_link
  foreign key (started_by) references person deferrable initially deferred;
alter table change add constraint change_run_link
  foreign key (run) references run deferrable initially deferred;
alter table change add constraint change_verified_by_link
  foreign key (verified_by) references person deferrable initially deferred;
alter table change add constraint change_rollback_by_link
  foreign key (rollback_by) references person deferrable initially deferred;
alter table change add constraint change_rollback_run_link
  foreign key (rollback_run) references run deferrable initially deferred;
alter table change_template add constraint change_template_runbook_link
  foreign key (runbook) references runbook deferrable initially deferred;
alter table change_template add constraint change_template_rollback_runbook_link
  foreign key (rollback_runbook) references runbook deferrable initially deferred;
alter table change_template add constraint change_template_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table backup_proof add constraint backup_proof_proven_by_link
  foreign key (proven_by) references person deferrable initially deferred;
create index change_by_state on change (state, id desc) include (kind, risk);
create index change_by_created_by on change (created_by, id desc) include (state, kind, risk);
create index change_custom on change using gin (custom jsonb_path_ops) where custom <> '{}';
create index change_by_kind on change (kind, id desc) include (state, risk);
create index change_by_template on change (template, id desc) include (state, kind, risk);
create index change_by_components on change using gin (components);
create index change_by_owner on change (owner, id desc) include (state, kind, risk);
create index change_by_team on change (team, id desc) include (state, kind, risk);
create index change_by_supplier on change (supplier, id desc) include (state, kind, risk);
create index change_by_planned_start on change (planned_start, id desc) include (state, kind, risk);
create index change_planned_start_sort on change (planned_start, id);
create index change_by_risk on change (risk, id desc) include (state, kind);
create index change_by_runbook on change (runbook, id desc) include (state, kind, risk);
create index change_by_approval_due_at on change (approval_due_at, id desc) include (state, kind, risk);
create index change_started_at_sort on change (started_at, id);
create index change_by_run on change (run, id desc) include (state, kind, risk);
create index change_by_rollback_run on change (rollback_run, id desc) include (state, kind, risk);
create index change_by_ended_at on change (ended_at, id desc) include (state, kind, risk);
create index change_ended_at_sort on change (ended_at, id);
create index change_template_by_state on change_template (state, id desc);
create index change_template_by_created_by on change_template (created_by, id desc) include (state);
create index change_template_custom on change_template using gin (custom jsonb_path_ops) where custom <> '{}';
create index change_template_name_sort on change_template (name, id);
create index change_template_by_components on change_template using gin (components);
create index change_template_by_runbook on change_template (runbook, id desc) include (state);
create index change_template_by_valid_until on change_template (valid_until, id desc) include (state);
create index change_template_valid_until_sort on change_template (valid_until, id);
create index freeze_window_by_state on freeze_window (state, id desc) include (covers);
create index freeze_window_by_created_by on freeze_window (created_by, id desc) include (state, covers);
create index freeze_window_custom on freeze_window using gin (custom jsonb_path_ops) where custom <> '{}';
create index freeze_window_by_starts_at on freeze_window (starts_at, id desc) include (state, covers);
create index freeze_window_starts_at_sort on freeze_window (starts_at, id);
create index freeze_window_ends_at_sort on freeze_window (ends_at, id);
create index freeze_window_by_covers on freeze_window (covers, id desc) include (state);
create index backup_proof_by_state on backup_proof (state, id desc);
create index backup_proof_by_created_by on backup_proof (created_by, id desc) include (state);
create index backup_proof_custom on backup_proof using gin (custom jsonb_path_ops) where custom <> '{}';
create index backup_proof_by_components on backup_proof using gin (components);
create index backup_proof_by_taken_at on backup_proof (taken_at, id desc) include (state);
create index backup_proof_taken_at_sort on backup_proof (taken_at, id);
create index backup_proof_proven_at_sort on backup_proof (proven_at, id);
alter table change add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column change.search is 'title';
create index change_search on change using gin (search) with (gin_pending_list_limit = 64);
alter table change_template add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column change_template.search is 'name';
create index change_template_search on change_template using gin (search) with (gin_pending_list_limit = 64);
alter table freeze_window add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column freeze_window.search is 'title';
create index freeze_window_search on freeze_window using gin (search) with (gin_pending_list_limit = 64);
alter table backup_proof add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column backup_proof.search is 'title';
create index backup_proof_search on backup_proof using gin (search) with (gin_pending_list_limit = 64);
-- Who carries out does not verify, who copies does not prove, who writes a template does not approve it.
alter table change add constraint change_two_people check (verified_by <> started_by);
alter table backup_proof add constraint backup_proof_two_people check (proven_by <> created_by);
alter table change_template add constraint change_template_two_people check (approved_by <> created_by);
