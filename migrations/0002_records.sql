-- The records' own tables, as drafted from their declarations.

create table run (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-progress', 'finished', 'aborted')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  runbook uuid not null,
  mirrored uuid,
  runbook_code text,
  title text,
  title_en text,
  kind text check (kind in ('opening', 'closing', 'backup', 'restart', 'upgrade', 'drill', 'other')),
  trading_day date,
  finished_by uuid,
  finished_at timestamptz,
  abort_reason text,
  aborted_by uuid,
  report_digest text,
  journal_n int not null,
  journal_head bytea not null
);
create table runbook (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'effective', 'superseded')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  edition double precision not null,
  title text not null,
  title_en text,
  kind text not null check (kind in ('opening', 'closing', 'backup', 'restart', 'upgrade', 'drill', 'other')),
  purpose text not null,
  steps jsonb not null,
  mirrors text,
  schedule text not null check (schedule in ('each-trading-day', 'on-demand')),
  due_anchor jsonb,
  based_on uuid,
  return_reason text,
  approved_by uuid,
  approved_at timestamptz,
  journal_n int not null,
  journal_head bytea not null
);
create table run_step (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('waiting', 'ready', 'doing', 'done', 'checked', 'failed', 'timed-out', 'unknown', 'waive-asked', 'waived', 'override-asked')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  run uuid not null,
  position double precision not null,
  key text not null,
  title text not null,
  title_en text,
  plan jsonb not null,
  mode text not null check (mode in ('hand', 'command', 'probe')),
  maker_post uuid not null,
  checker_post uuid,
  components uuid[] not null,
  probe uuid,
  needs jsonb not null,
  earliest_at timestamptz,
  deadline_at timestamptz,
  maker uuid,
  hands uuid[] not null,
  started_at timestamptz,
  done_at timestamptz,
  note text,
  evidence jsonb not null,
  checker uuid,
  checked_at timestamptz,
  rejected_by uuid,
  failure text,
  unknown_at timestamptz,
  round double precision not null,
  waive_reason text,
  waive_asked_by uuid,
  waived_by uuid,
  waived_at timestamptz,
  override_reason text,
  override_asked_by uuid,
  overridden_by uuid,
  overridden_at timestamptz,
  late_at timestamptz,
  missed_at timestamptz,
  trading_day date,
  journal_n int not null,
  journal_head bytea not null
);
create table alarm (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('firing', 'acknowledged', 'resolved')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  key text not null,
  severity text not null check (severity in ('critical', 'warning')),
  component uuid,
  probe uuid,
  about_record text,
  about_id text,
  first_at timestamptz not null,
  last_at timestamptz not null,
  events double precision not null,
  recovered_at timestamptz,
  flapping boolean not null,
  suppressed_count double precision not null,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  resolved_at timestamptz,
  resolved_by uuid,
  resolution text,
  incident uuid,
  trading_day date,
  journal_n int not null,
  journal_head bytea not null
);
create table component (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('planned', 'in-service', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  kind text not null check (kind in ('host', 'network', 'line', 'service', 'process', 'database', 'gateway')),
  environment text not null check (environment in ('production', 'standby', 'practice', 'test')),
  criticality text not null check (criticality in ('trading', 'important', 'ordinary')),
  depends_on uuid[] not null,
  product text,
  installed_version text,
  host text,
  owner_team uuid,
  vendor_contact text,
  note text,
  actions jsonb not null,
  health text not null check (health in ('unknown', 'up', 'slow', 'down', 'stopped')),
  health_since timestamptz,
  wanted text not null check (wanted in ('running', 'stopped')),
  wanted_since timestamptz,
  journal_n int not null,
  journal_head bytea not null
);
create table probe (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'paused', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  component uuid not null,
  settings jsonb not null,
  kind text not null check (kind in ('tcp', 'http', 'sql', 'process', 'disk', 'file', 'heartbeat')),
  interval_seconds double precision not null,
  hysteresis jsonb not null,
  flap jsonb not null,
  journal_n int not null,
  journal_head bytea not null
);
create table event (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('recorded')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  at timestamptz not null,
  component uuid,
  probe uuid,
  "from" text check ("from" in ('unknown', 'up', 'slow', 'down')),
  "to" text check ("to" in ('unknown', 'up', 'slow', 'down')),
  note text,
  alarm uuid,
  behind uuid,
  trading_day date,
  journal_n int not null,
  journal_head bytea not null
);
create trigger event_append_only before delete or update on event for each row execute function forbid_change();
create trigger event_no_truncate before truncate on event execute function forbid_change();
revoke update, delete, truncate on event from touchstone_app;
create table log_entry (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('written')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  text text not null,
  text_en text,
  kind text not null check (kind in ('note', 'run', 'alarm', 'incident', 'component')),
  severity text not null check (severity in ('info', 'warning', 'critical')),
  component uuid,
  subject_record text,
  subject_id text,
  subject_number text,
  trading_day date,
  journal_n int not null,
  journal_head bytea not null
);
create trigger log_entry_append_only before delete or update on log_entry for each row execute function forbid_change();
create trigger log_entry_no_truncate before truncate on log_entry execute function forbid_change();
revoke update, delete, truncate on log_entry from touchstone_app;
create table trading_calendar (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'effective', 'superseded')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  name_en text not null,
  zone text not null,
  turns_at text not null,
  covers_from date not null,
  covers_to date not null,
  sessions jsonb not null,
  closed jsonb not null,
  no_night jsonb not null,
  source text not null,
  journal_n int not null,
  journal_head bytea not null
);
create table incident (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('new', 'assigned', 'in-progress', 'waiting', 'resolved', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  description text,
  impact text not null check (impact in ('high', 'medium', 'low')),
  urgency text not null check (urgency in ('high', 'medium', 'low')),
  affects_trading boolean not null,
  priority text not null check (priority in ('p1', 'p2', 'p3', 'p4')),
  component uuid,
  team uuid,
  assignee uuid,
  trading_day date,
  waiting_for text,
  cause text,
  resolution text,
  resolved_at timestamptz,
  closed_at timestamptz,
  journal_n int not null,
  journal_head bytea not null
);
create table person (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'left')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  employee_no text not null,
  email text,
  phone text,
  department uuid,
  team uuid,
  posts uuid[] not null,
  roles uuid[] not null,
  lang text not null check (lang in ('zh', 'en')),
  journal_n int not null,
  journal_head bytea not null
);
create table department (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  parent uuid,
  head uuid,
  journal_n int not null,
  journal_head bytea not null
);
create table team (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  department uuid,
  lead uuid,
  purpose text,
  journal_n int not null,
  journal_head bytea not null
);
create table post (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  name_en text,
  department uuid,
  duties text not null,
  skills text,
  duty text not null check (duty in ('maker', 'checker', 'both', 'none')),
  journal_n int not null,
  journal_head bytea not null
);
create table role (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  description text,
  journal_n int not null,
  journal_head bytea not null
);
alter table run add constraint run_runbook_link
  foreign key (runbook) references runbook deferrable initially deferred;
alter table run add constraint run_mirrored_link
  foreign key (mirrored) references runbook deferrable initially deferred;
alter table run add constraint run_finished_by_link
  foreign key (finished_by) references person deferrable initially deferred;
alter table run add constraint run_aborted_by_link
  foreign key (aborted_by) references person deferrable initially deferred;
alter table runbook add constraint runbook_based_on_link
  foreign key (based_on) references runbook deferrable initially deferred;
alter table runbook add constraint runbook_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table run_step add constraint run_step_run_link
  foreign key (run) references run deferrable initially deferred;
alter table run_step add constraint run_step_maker_post_link
  foreign key (maker_post) references post deferrable initially deferred;
alter table run_step add constraint run_step_checker_post_link
  foreign key (checker_post) references post deferrable initially deferred;
alter table run_step add constraint run_step_probe_link
  foreign key (probe) references probe deferrable initially deferred;
alter table run_step add constraint run_step_maker_link
  foreign key (maker) references person deferrable initially deferred;
alter table run_step add constraint run_step_checker_link
  foreign key (checker) references person deferrable initially deferred;
alter table run_step add constraint run_step_rejected_by_link
  foreign key (rejected_by) references person deferrable initially deferred;
alter table run_step add constraint run_step_waive_asked_by_link
  foreign key (waive_asked_by) references person deferrable initially deferred;
alter table run_step add constraint run_step_waived_by_link
  foreign key (waived_by) references person deferrable initially deferred;
alter table run_step add constraint run_step_override_asked_by_link
  foreign key (override_asked_by) references person deferrable initially deferred;
alter table run_step add constraint run_step_overridden_by_link
  foreign key (overridden_by) references person deferrable initially deferred;
alter table alarm add constraint alarm_component_link
  foreign key (component) references component deferrable initially deferred;
alter table alarm add constraint alarm_probe_link
  foreign key (probe) references probe deferrable initially deferred;
alter table alarm add constraint alarm_acknowledged_by_link
  foreign key (acknowledged_by) references person deferrable initially deferred;
alter table alarm add constraint alarm_resolved_by_link
  foreign key (resolved_by) references person deferrable initially deferred;
alter table alarm add constraint alarm_incident_link
  foreign key (incident) references incident deferrable initially deferred;
alter table component add constraint component_owner_team_link
  foreign key (owner_team) references team deferrable initially deferred;
alter table probe add constraint probe_component_link
  foreign key (component) references component deferrable initially deferred;
alter table event add constraint event_component_link
  foreign key (component) references component deferrable initially deferred;
alter table event add constraint event_probe_link
  foreign key (probe) references probe deferrable initially deferred;
alter table event add constraint event_alarm_link
  foreign key (alarm) references alarm deferrable initially deferred;
alter table event add constraint event_behind_link
  foreign key (behind) references component deferrable initially deferred;
alter table log_entry add constraint log_entry_component_link
  foreign key (component) references component deferrable initially deferred;
alter table incident add constraint incident_component_link
  foreign key (component) references component deferrable initially deferred;
alter table incident add constraint incident_team_link
  foreign key (team) references team deferrable initially deferred;
alter table incident add constraint incident_assignee_link
  foreign key (assignee) references person deferrable initially deferred;
alter table person add constraint person_department_link
  foreign key (department) references department deferrable initially deferred;
alter table person add constraint person_team_link
  foreign key (team) references team deferrable initially deferred;
alter table department add constraint department_parent_link
  foreign key (parent) references department deferrable initially deferred;
alter table department add constraint department_head_link
  foreign key (head) references person deferrable initially deferred;
alter table team add constraint team_department_link
  foreign key (department) references department deferrable initially deferred;
alter table team add constraint team_lead_link
  foreign key (lead) references person deferrable initially deferred;
alter table post add constraint post_department_link
  foreign key (department) references department deferrable initially deferred;
create index run_by_state on run (state, id desc) include (kind);
create index run_by_created_by on run (created_by, id desc) include (state, kind);
create index run_by_runbook on run (runbook, id desc) include (state, kind);
create index run_by_runbook_code on run (runbook_code, id desc) include (state, kind);
create index run_by_kind on run (kind, id desc) include (state);
create index run_by_trading_day on run (trading_day, id desc) include (state, kind);
create index run_finished_at_sort on run (finished_at, id);
create index runbook_by_state on runbook (state, id desc) include (kind, schedule);
create index runbook_by_created_by on runbook (created_by, id desc) include (state, kind, schedule);
create index runbook_by_code on runbook (code, id desc) include (state, kind, schedule);
create index runbook_code_sort on runbook (code, id);
create index runbook_edition_sort on runbook (edition, id);
create index runbook_title_sort on runbook (title, id);
create index runbook_by_kind on runbook (kind, id desc) include (state, schedule);
create index runbook_by_schedule on runbook (schedule, id desc) include (state, kind);
create index run_step_by_state on run_step (state, id desc) include (mode);
create index run_step_by_created_by on run_step (created_by, id desc) include (state, mode);
create index run_step_by_run on run_step (run, id desc) include (state, mode);
create index run_step_position_sort on run_step (position, id);
create index run_step_by_mode on run_step (mode, id desc) include (state);
create index run_step_by_maker_post on run_step (maker_post, id desc) include (state, mode);
create index run_step_by_checker_post on run_step (checker_post, id desc) include (state, mode);
create index run_step_by_components on run_step using gin (components);
create index run_step_by_probe on run_step (probe, id desc) include (state, mode);
create index run_step_deadline_at_sort on run_step (deadline_at, id);
create index run_step_by_maker on run_step (maker, id desc) include (state, mode);
create index run_step_by_checker on run_step (checker, id desc) include (state, mode);
create index run_step_by_trading_day on run_step (trading_day, id desc) include (state, mode);
create index alarm_by_state on alarm (state, id desc) include (severity);
create index alarm_by_created_by on alarm (created_by, id desc) include (state, severity);
create index alarm_by_key on alarm (key, id desc) include (state, severity);
create index alarm_by_severity on alarm (severity, id desc) include (state);
create index alarm_by_component on alarm (component, id desc) include (state, severity);
create index alarm_by_probe on alarm (probe, id desc) include (state, severity);
create index alarm_by_about_id on alarm (about_id, id desc) include (state, severity);
create index alarm_first_at_sort on alarm (first_at, id);
create index alarm_last_at_sort on alarm (last_at, id);
create index alarm_by_acknowledged_by on alarm (acknowledged_by, id desc) include (state, severity);
create index alarm_by_incident on alarm (incident, id desc) include (state, severity);
create index alarm_by_trading_day on alarm (trading_day, id desc) include (state, severity);
create index component_by_state on component (state, id desc) include (kind, environment, criticality, health, wanted);
create index component_by_created_by on component (created_by, id desc) include (state, kind, environment, criticality, health, wanted);
create index component_code_sort on component (code, id);
create unique index component_code_unique on component (code);
create index component_name_sort on component (name, id);
create index component_by_kind on component (kind, id desc) include (state, environment, criticality, health, wanted);
create index component_by_environment on component (environment, id desc) include (state, kind, criticality, health, wanted);
create index component_by_criticality on component (criticality, id desc) include (state, kind, environment, health, wanted);
create index component_by_owner_team on component (owner_team, id desc) include (state, kind, environment, criticality, health, wanted);
create index component_by_health on component (health, id desc) include (state, kind, environment, criticality, wanted);
create index component_by_wanted on component (wanted, id desc) include (state, kind, environment, criticality, health);
create index probe_by_state on probe (state, id desc) include (kind);
create index probe_by_created_by on probe (created_by, id desc) include (state, kind);
create index probe_name_sort on probe (name, id);
create index probe_by_component on probe (component, id desc) include (state, kind);
create index probe_by_kind on probe (kind, id desc) include (state);
create index event_by_state on event (state, id desc) include ("to");
create index event_by_created_by on event (created_by, id desc) include (state, "to");
create index event_at_sort on event (at, id);
create index event_by_component on event (component, id desc) include (state, "to");
create index event_by_probe on event (probe, id desc) include (state, "to");
create index event_by_to on event ("to", id desc) include (state);
create index event_by_alarm on event (alarm, id desc) include (state, "to");
create index event_by_behind on event (behind, id desc) include (state, "to");
create index event_by_trading_day on event (trading_day, id desc) include (state, "to");
create index log_entry_by_state on log_entry (state, id desc) include (kind, severity);
create index log_entry_by_created_by on log_entry (created_by, id desc) include (state, kind, severity);
create index log_entry_by_kind on log_entry (kind, id desc) include (state, severity);
create index log_entry_by_severity on log_entry (severity, id desc) include (state, kind);
create index log_entry_by_component on log_entry (component, id desc) include (state, kind, severity);
create index log_entry_by_subject_id on log_entry (subject_id, id desc) include (state, kind, severity);
create index log_entry_by_trading_day on log_entry (trading_day, id desc) include (state, kind, severity);
create index trading_calendar_by_state on trading_calendar (state, id desc);
create index trading_calendar_by_created_by on trading_calendar (created_by, id desc) include (state);
create index trading_calendar_by_code on trading_calendar (code, id desc) include (state);
create index trading_calendar_covers_to_sort on trading_calendar (covers_to, id);
create index incident_by_state on incident (state, id desc) include (impact, urgency, affects_trading, priority);
create index incident_by_created_by on incident (created_by, id desc) include (state, impact, urgency, affects_trading, priority);
create index incident_by_impact on incident (impact, id desc) include (state, urgency, affects_trading, priority);
create index incident_by_urgency on incident (urgency, id desc) include (state, impact, affects_trading, priority);
create index incident_by_affects_trading on incident (affects_trading, id desc) include (state, impact, urgency, priority);
create index incident_by_priority on incident (priority, id desc) include (state, impact, urgency, affects_trading);
create index incident_priority_sort on incident (priority, id);
create index incident_by_component on incident (component, id desc) include (state, impact, urgency, affects_trading, priority);
create index incident_by_team on incident (team, id desc) include (state, impact, urgency, affects_trading, priority);
create index incident_by_assignee on incident (assignee, id desc) include (state, impact, urgency, affects_trading, priority);
create index incident_by_trading_day on incident (trading_day, id desc) include (state, impact, urgency, affects_trading, priority);
create index person_by_state on person (state, id desc);
create index person_by_created_by on person (created_by, id desc) include (state);
create index person_name_sort on person (name, id);
create unique index person_employee_no_unique on person (employee_no);
create index person_by_department on person (department, id desc) include (state);
create index person_by_team on person (team, id desc) include (state);
create index person_by_posts on person using gin (posts);
create index person_by_roles on person using gin (roles);
create index department_by_state on department (state, id desc);
create index department_by_created_by on department (created_by, id desc) include (state);
create index department_code_sort on department (code, id);
create unique index department_code_unique on department (code);
create index department_by_parent on department (parent, id desc) include (state);
create index department_by_head on department (head, id desc) include (state);
create index team_by_state on team (state, id desc);
create index team_by_created_by on team (created_by, id desc) include (state);
create index team_code_sort on team (code, id);
create unique index team_code_unique on team (code);
create index team_by_department on team (department, id desc) include (state);
create index team_by_lead on team (lead, id desc) include (state);
create index post_by_state on post (state, id desc) include (duty);
create index post_by_created_by on post (created_by, id desc) include (state, duty);
create index post_by_code on post (code, id desc) include (state, duty);
create index post_code_sort on post (code, id);
create unique index post_code_unique on post (code);
create index post_by_department on post (department, id desc) include (state, duty);
create index post_by_duty on post (duty, id desc) include (state);
create index role_by_state on role (state, id desc);
create index role_by_created_by on role (created_by, id desc) include (state);
create index role_by_code on role (code, id desc) include (state);
create index role_code_sort on role (code, id);
create unique index role_code_unique on role (code);
