-- Alarms a person can live with: maintenance windows, silences, escalation, grouping, and what to do.
create table maintenance_window (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('planned', 'under-way', 'ended', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  components uuid[] not null,
  dependents boolean not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  owner uuid not null,
  ended_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table silence (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-force', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  component uuid,
  source uuid,
  key_pattern text,
  level text not null check (level in ('warning', 'critical')),
  reason text not null,
  owner uuid not null,
  until timestamptz not null,
  ended_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table escalation_policy (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-force', 'stopped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  priority double precision not null,
  criticality text check (criticality in ('trading', 'important', 'ordinary')),
  component uuid,
  source uuid,
  level text not null check (level in ('warning', 'critical')),
  steps jsonb not null,
  urgent boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table alarm_grouping (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-force', 'stopped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  priority double precision not null,
  by text not null check (by in ('component', 'subtree', 'source')),
  component uuid,
  source uuid,
  minutes double precision not null,
  first_at_once boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table maintenance_window add constraint maintenance_window_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table silence add constraint silence_component_link
  foreign key (component) references component deferrable initially deferred;
alter table silence add constraint silence_source_link
  foreign key (source) references event_source deferrable initially deferred;
alter table silence add constraint silence_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table escalation_policy add constraint escalation_policy_component_link
  foreign key (component) references component deferrable initially deferred;
alter table escalation_policy add constraint escalation_policy_source_link
  foreign key (source) references event_source deferrable initially deferred;
alter table alarm_grouping add constraint alarm_grouping_component_link
  foreign key (component) references component deferrable initially deferred;
alter table alarm_grouping add constraint alarm_grouping_source_link
  foreign key (source) references event_source deferrable initially deferred;
alter table alarm add column flapped boolean not null default false;
alter table alarm alter column flapped drop default;
alter table alarm add column maintenance uuid;
alter table alarm add column quiet text check (quiet in ('silenced', 'grouped'));
alter table alarm add column silence uuid;
alter table alarm add column grouped_under uuid;
alter table alarm add column escalation uuid;
alter table alarm add column escalation_step double precision;
alter table alarm add column escalates_at timestamptz;
alter table component add column runbook uuid;
alter table probe add column runbook uuid;
alter table event add column maintenance uuid;
alter table alarm add constraint alarm_maintenance_link
  foreign key (maintenance) references maintenance_window deferrable initially deferred;
alter table alarm add constraint alarm_silence_link
  foreign key (silence) references silence deferrable initially deferred;
alter table alarm add constraint alarm_grouped_under_link
  foreign key (grouped_under) references alarm deferrable initially deferred;
alter table alarm add constraint alarm_escalation_link
  foreign key (escalation) references escalation_policy deferrable initially deferred;
alter table component add constraint component_runbook_link
  foreign key (runbook) references runbook deferrable initially deferred;
alter table probe add constraint probe_runbook_link
  foreign key (runbook) references runbook deferrable initially deferred;
alter table event add constraint event_maintenance_link
  foreign key (maintenance) references maintenance_window deferrable initially deferred;
create index alarm_by_flapped on alarm (flapped, id desc) include (state, severity, quiet);
create index alarm_by_maintenance on alarm (maintenance, id desc) include (state, severity, flapped, quiet);
create index alarm_by_quiet on alarm (quiet, id desc) include (state, severity, flapped);
create index alarm_by_silence on alarm (silence, id desc) include (state, severity, flapped, quiet);
create index alarm_by_grouped_under on alarm (grouped_under, id desc) include (state, severity, flapped, quiet);
create index maintenance_window_by_state on maintenance_window (state, id desc);
create index maintenance_window_by_created_by on maintenance_window (created_by, id desc) include (state);
create index maintenance_window_custom on maintenance_window using gin (custom jsonb_path_ops) where custom <> '{}';
create index maintenance_window_by_components on maintenance_window using gin (components);
create index maintenance_window_starts_at_sort on maintenance_window (starts_at, id);
create index maintenance_window_ends_at_sort on maintenance_window (ends_at, id);
create index maintenance_window_by_owner on maintenance_window (owner, id desc) include (state);
create index silence_by_state on silence (state, id desc) include (level);
create index silence_by_created_by on silence (created_by, id desc) include (state, level);
create index silence_custom on silence using gin (custom jsonb_path_ops) where custom <> '{}';
create index silence_by_component on silence (component, id desc) include (state, level);
create index silence_by_source on silence (source, id desc) include (state, level);
create index silence_by_level on silence (level, id desc) include (state);
create index silence_by_owner on silence (owner, id desc) include (state, level);
create index silence_until_sort on silence (until, id);
create index escalation_policy_by_state on escalation_policy (state, id desc) include (criticality, level);
create index escalation_policy_by_created_by on escalation_policy (created_by, id desc) include (state, criticality, level);
create index escalation_policy_custom on escalation_policy using gin (custom jsonb_path_ops) where custom <> '{}';
create index escalation_policy_priority_sort on escalation_policy (priority, id);
create index escalation_policy_by_criticality on escalation_policy (criticality, id desc) include (state, level);
create index escalation_policy_by_component on escalation_policy (component, id desc) include (state, criticality, level);
create index escalation_policy_by_source on escalation_policy (source, id desc) include (state, criticality, level);
create index escalation_policy_by_level on escalation_policy (level, id desc) include (state, criticality);
create index alarm_grouping_by_state on alarm_grouping (state, id desc) include (by);
create index alarm_grouping_by_created_by on alarm_grouping (created_by, id desc) include (state, by);
create index alarm_grouping_custom on alarm_grouping using gin (custom jsonb_path_ops) where custom <> '{}';
create index alarm_grouping_priority_sort on alarm_grouping (priority, id);
create index alarm_grouping_by_by on alarm_grouping (by, id desc) include (state);
create index alarm_grouping_by_component on alarm_grouping (component, id desc) include (state, by);
create index alarm_grouping_by_source on alarm_grouping (source, id desc) include (state, by);
create index event_by_maintenance on event (maintenance, id desc) include (state, "to");
alter table maintenance_window add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column maintenance_window.search is 'title';
create index maintenance_window_search on maintenance_window using gin (search) with (gin_pending_list_limit = 64);
alter table silence add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column silence.search is 'title';
create index silence_search on silence using gin (search) with (gin_pending_list_limit = 64);
alter table escalation_policy add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column escalation_policy.search is 'name';
create index escalation_policy_search on escalation_policy using gin (search) with (gin_pending_list_limit = 64);
alter table alarm_grouping add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column alarm_grouping.search is 'name';
create index alarm_grouping_search on alarm_grouping using gin (search) with (gin_pending_list_limit = 64);

-- Looked at every second: alarms whose next step is due, and windows and silences that stand.
create index alarm_escalates on alarm (escalates_at) where escalates_at is not null;
create index alarm_first_at on alarm (first_at) include (component, probe, severity, flapped);

-- The window in which a component is worked on at an instant: its own, or one of what it stands on. Null: none.
create function maintenance_of(of_component uuid, instant timestamptz) returns uuid
language sql stable as $$
  select w.id from maintenance_window w
  where w.state in ('planned', 'under-way') and w.starts_at <= instant and w.ends_at > instant
    and (of_component = any(w.components) or w.dependents and w.components && (
      with recursive below (id) as (
        select of_component
        union select unnest(c.depends_on) from component c join below b on b.id = c.id
      )
      select array_agg(id) from below
    ))
  order by w.ends_at desc, w.id limit 1
$$;

-- What a window held back. Bad as long as it is neither over nor an alarm.
create table alarm_held (
  maintenance uuid not null references maintenance_window,
  key text collate "C" not null,
  severity text not null check (severity in ('critical', 'warning')),
  title text not null,
  title_en text not null,
  component uuid not null,
  probe uuid,
  about_record text,
  about_id text,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times int not null,
  over_at timestamptz,
  alarm uuid references alarm,
  primary key (maintenance, key)
);
create index alarm_held_bad on alarm_held (key) where over_at is null and alarm is null;
create index alarm_held_of on alarm_held (component, first_at);

-- Steps of escalation that were carried out: whom each told, nobody where it was empty.
create table alarm_escalation (
  alarm uuid not null references alarm,
  position int not null,
  at timestamptz not null,
  people uuid[] not null,
  primary key (alarm, at, position)
);

-- Alarms that are told together.
create table alarm_group (
  id uuid primary key,
  rule uuid not null references alarm_grouping,
  key text collate "C" not null,
  head uuid not null references alarm deferrable initially deferred,
  tell_at timestamptz not null,
  told_at timestamptz
);
create index alarm_group_waiting on alarm_group (rule, key, tell_at) where told_at is null;
