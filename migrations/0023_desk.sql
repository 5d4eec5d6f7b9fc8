-- The desk: what an incident belongs to, what agents work with, and major incidents.
alter table incident add column service uuid;
alter table incident add column reported_by uuid;
alter table incident add column channel text not null default 'desk' check (channel in ('desk', 'portal', 'phone', 'mail', 'alarm'));
alter table incident alter column channel drop default;
alter table incident add column parent uuid;
alter table incident add column duplicate_of uuid;
alter table incident add constraint incident_service_link
  foreign key (service) references service deferrable initially deferred;
alter table incident add constraint incident_reported_by_link
  foreign key (reported_by) references person deferrable initially deferred;
alter table incident add constraint incident_parent_link
  foreign key (parent) references incident deferrable initially deferred;
alter table incident add constraint incident_duplicate_of_link
  foreign key (duplicate_of) references incident deferrable initially deferred;
create index incident_by_service on incident (service, id desc) include (state, impact, urgency, affects_trading, priority, channel);
create index incident_by_reported_by on incident (reported_by, id desc) include (state, impact, urgency, affects_trading, priority, channel);
create index incident_by_channel on incident (channel, id desc) include (state, impact, urgency, affects_trading, priority);
create index incident_by_parent on incident (parent, id desc) include (state, impact, urgency, affects_trading, priority, channel);
create index incident_by_duplicate_of on incident (duplicate_of, id desc) include (state, impact, urgency, affects_trading, priority, channel);

-- The desk's queues in the order in which their tickets need a hand; nothing due comes last. Of open tickets alone, so that years of
-- closed ones cost nothing.
create index incident_desk on incident (coalesce(due_at, 'infinity'), (not affects_trading), priority, id)
  where state in ('new', 'assigned', 'in-progress', 'waiting');
create index incident_desk_of on incident (assignee, coalesce(due_at, 'infinity'), (not affects_trading), priority, id)
  where state in ('new', 'assigned', 'in-progress', 'waiting');
create index incident_desk_team on incident (team, coalesce(due_at, 'infinity'), (not affects_trading), priority, id)
  where state in ('new', 'assigned', 'in-progress', 'waiting');
create index incident_desk_service on incident (service, coalesce(due_at, 'infinity'), (not affects_trading), priority, id)
  where state in ('new', 'assigned', 'in-progress', 'waiting');
create index incident_desk_waiting on incident (coalesce(due_at, 'infinity'), (not affects_trading), priority, id)
  where state = 'waiting';
create index request_desk on request (coalesce(due_at, 'infinity'),
  (case priority when 'high' then 'p2' when 'normal' then 'p3' else 'p4' end), id)
  where state in ('approved', 'in-fulfilment', 'waiting');
create index request_desk_of on request (assignee, coalesce(due_at, 'infinity'),
  (case priority when 'high' then 'p2' when 'normal' then 'p3' else 'p4' end), id)
  where state in ('approved', 'in-fulfilment', 'waiting');
create index request_desk_team on request (team, coalesce(due_at, 'infinity'),
  (case priority when 'high' then 'p2' when 'normal' then 'p3' else 'p4' end), id)
  where state in ('approved', 'in-fulfilment', 'waiting');
create index request_desk_service on request (service, coalesce(due_at, 'infinity'),
  (case priority when 'high' then 'p2' when 'normal' then 'p3' else 'p4' end), id)
  where state in ('approved', 'in-fulfilment', 'waiting');
-- What is to be closed tonight.
create index incident_resolved on incident (resolved_at) where state = 'resolved';

-- Who looks at what right now. Gone with a crash, and nothing of it is worth keeping.
create unlogged table presence (
  incident uuid not null references incident on delete cascade,
  person uuid not null,
  typing boolean not null,
  seen_at timestamptz not null,
  primary key (incident, person)
);
create index presence_seen on presence (seen_at);

create table priority_rule (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-force', 'superseded')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  impact text not null check (impact in ('high', 'medium', 'low')),
  urgency text not null check (urgency in ('high', 'medium', 'low')),
  priority text not null check (priority in ('p1', 'p2', 'p3', 'p4')),
  reason text not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table incident_template (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-use', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  title text not null,
  description text,
  impact text not null check (impact in ('high', 'medium', 'low')),
  urgency text not null check (urgency in ('high', 'medium', 'low')),
  affects_trading boolean not null,
  channel text not null check (channel in ('desk', 'portal', 'phone', 'mail', 'alarm')),
  component uuid,
  service uuid,
  team uuid,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table macro (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-use', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  reply text,
  is_private boolean not null,
  verb text check (verb in ('start', 'wait', 'resume', 'resolve')),
  assign_to_me boolean not null,
  team uuid,
  impact text check (impact in ('high', 'medium', 'low')),
  urgency text check (urgency in ('high', 'medium', 'low')),
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table time_entry (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('noted', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  incident uuid not null,
  person uuid,
  minutes double precision not null,
  note text,
  trading_day date,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table major_incident (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('declared', 'mitigated', 'ended', 'reviewed', 'stood-down')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  incident uuid not null,
  gravity text not null check (gravity in ('general', 'larger', 'major', 'severe')),
  commander uuid not null,
  communicator uuid,
  technical_lead uuid,
  services uuid[] not null,
  departments uuid[] not null,
  started_at timestamptz not null,
  interval double precision not null,
  last_update_at timestamptz,
  next_update_at timestamptz,
  mitigated_at timestamptz,
  ended_at timestamptz,
  stand_down_reason text,
  reports jsonb not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table incident_update (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('given')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  major uuid not null,
  text text not null,
  text_en text,
  audience text not null check (audience in ('everyone', 'it', 'management')),
  journal_n int not null,
  journal_head bytea not null
);
create trigger incident_update_append_only before delete or update on incident_update for each row execute function forbid_change();
create trigger incident_update_no_truncate before truncate on incident_update execute function forbid_change();
revoke update, delete, truncate on incident_update from touchstone_app;
create table review (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'seconded', 'agreed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  major uuid not null,
  happened text,
  causes text,
  went_well text,
  to_improve text,
  participants uuid[] not null,
  vendor text,
  vendor_view text,
  return_reason text,
  first_agreed_by uuid,
  second_agreed_by uuid,
  agreed_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table action (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('open', 'done', 'verified')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  detail text,
  owner uuid not null,
  due date not null,
  review uuid,
  outcome text,
  finding text,
  done_at timestamptz,
  done_by uuid,
  verified_by uuid,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table reporting_rule (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('unverified', 'verified', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  authority text not null,
  authority_en text,
  gravity text not null check (gravity in ('general', 'larger', 'major', 'severe')),
  minutes double precision not null,
  what text not null,
  document text not null,
  article text,
  valid_from date not null,
  valid_to date,
  pack text,
  note text,
  verified_how text,
  verified_by uuid,
  verified_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table incident_template add constraint incident_template_component_link
  foreign key (component) references component deferrable initially deferred;
alter table incident_template add constraint incident_template_service_link
  foreign key (service) references service deferrable initially deferred;
alter table incident_template add constraint incident_template_team_link
  foreign key (team) references team deferrable initially deferred;
alter table macro add constraint macro_team_link
  foreign key (team) references team deferrable initially deferred;
alter table time_entry add constraint time_entry_incident_link
  foreign key (incident) references incident deferrable initially deferred;
alter table time_entry add constraint time_entry_person_link
  foreign key (person) references person deferrable initially deferred;
alter table major_incident add constraint major_incident_incident_link
  foreign key (incident) references incident deferrable initially deferred;
alter table major_incident add constraint major_incident_commander_link
  foreign key (commander) references person deferrable initially deferred;
alter table major_incident add constraint major_incident_communicator_link
  foreign key (communicator) references person deferrable initially deferred;
alter table major_incident add constraint major_incident_technical_lead_link
  foreign key (technical_lead) references person deferrable initially deferred;
alter table incident_update add constraint incident_update_major_link
  foreign key (major) references major_incident deferrable initially deferred;
alter table review add constraint review_major_link
  foreign key (major) references major_incident deferrable initially deferred;
alter table review add constraint review_first_agreed_by_link
  foreign key (first_agreed_by) references person deferrable initially deferred;
alter table review add constraint review_second_agreed_by_link
  foreign key (second_agreed_by) references person deferrable initially deferred;
alter table action add constraint action_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table action add constraint action_review_link
  foreign key (review) references review deferrable initially deferred;
alter table action add constraint action_done_by_link
  foreign key (done_by) references person deferrable initially deferred;
alter table action add constraint action_verified_by_link
  foreign key (verified_by) references person deferrable initially deferred;
alter table reporting_rule add constraint reporting_rule_verified_by_link
  foreign key (verified_by) references person deferrable initially deferred;
create index priority_rule_by_state on priority_rule (state, id desc) include (impact, urgency, priority);
create index priority_rule_by_created_by on priority_rule (created_by, id desc) include (state, impact, urgency, priority);
create index priority_rule_custom on priority_rule using gin (custom jsonb_path_ops) where custom <> '{}';
create index priority_rule_by_impact on priority_rule (impact, id desc) include (state, urgency, priority);
create index priority_rule_by_urgency on priority_rule (urgency, id desc) include (state, impact, priority);
create index priority_rule_by_priority on priority_rule (priority, id desc) include (state, impact, urgency);
create index incident_template_by_state on incident_template (state, id desc);
create index incident_template_by_created_by on incident_template (created_by, id desc) include (state);
create index incident_template_custom on incident_template using gin (custom jsonb_path_ops) where custom <> '{}';
create index incident_template_name_sort on incident_template (name, id);
create index macro_by_state on macro (state, id desc) include (verb);
create index macro_by_created_by on macro (created_by, id desc) include (state, verb);
create index macro_custom on macro using gin (custom jsonb_path_ops) where custom <> '{}';
create index macro_name_sort on macro (name, id);
create index macro_by_verb on macro (verb, id desc) include (state);
create index macro_by_team on macro (team, id desc) include (state, verb);
create index time_entry_by_state on time_entry (state, id desc);
create index time_entry_by_created_by on time_entry (created_by, id desc) include (state);
create index time_entry_custom on time_entry using gin (custom jsonb_path_ops) where custom <> '{}';
create index time_entry_by_incident on time_entry (incident, id desc) include (state);
create index time_entry_by_person on time_entry (person, id desc) include (state);
create index time_entry_minutes_sort on time_entry (minutes, id);
create index time_entry_by_trading_day on time_entry (trading_day, id desc) include (state);
create index major_incident_by_state on major_incident (state, id desc) include (gravity);
create index major_incident_by_created_by on major_incident (created_by, id desc) include (state, gravity);
create index major_incident_custom on major_incident using gin (custom jsonb_path_ops) where custom <> '{}';
create index major_incident_by_incident on major_incident (incident, id desc) include (state, gravity);
create index major_incident_by_gravity on major_incident (gravity, id desc) include (state);
create index major_incident_by_commander on major_incident (commander, id desc) include (state, gravity);
create index major_incident_started_at_sort on major_incident (started_at, id);
create index major_incident_by_next_update_at on major_incident (next_update_at, id desc) include (state, gravity);
create index incident_update_by_state on incident_update (state, id desc) include (audience);
create index incident_update_by_created_by on incident_update (created_by, id desc) include (state, audience);
create index incident_update_by_major on incident_update (major, id desc) include (state, audience);
create index incident_update_by_audience on incident_update (audience, id desc) include (state);
create index review_by_state on review (state, id desc);
create index review_by_created_by on review (created_by, id desc) include (state);
create index review_custom on review using gin (custom jsonb_path_ops) where custom <> '{}';
create index review_by_major on review (major, id desc) include (state);
create index action_by_state on action (state, id desc);
create index action_by_created_by on action (created_by, id desc) include (state);
create index action_custom on action using gin (custom jsonb_path_ops) where custom <> '{}';
create index action_by_owner on action (owner, id desc) include (state);
create index action_by_due on action (due, id desc) include (state);
create index action_due_sort on action (due, id);
create index action_by_review on action (review, id desc) include (state);
create index reporting_rule_by_state on reporting_rule (state, id desc) include (gravity);
create index reporting_rule_by_created_by on reporting_rule (created_by, id desc) include (state, gravity);
create index reporting_rule_custom on reporting_rule using gin (custom jsonb_path_ops) where custom <> '{}';
create index reporting_rule_by_gravity on reporting_rule (gravity, id desc) include (state);
create index reporting_rule_minutes_sort on reporting_rule (minutes, id);
create index reporting_rule_by_valid_from on reporting_rule (valid_from, id desc) include (state, gravity);
create index reporting_rule_by_pack on reporting_rule (pack, id desc) include (state, gravity);
alter table incident_template add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column incident_template.search is 'name';
create index incident_template_search on incident_template using gin (search) with (fastupdate = off);
alter table macro add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column macro.search is 'name';
create index macro_search on macro using gin (search) with (fastupdate = off);
alter table major_incident add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column major_incident.search is 'title; titleEn';
create index major_incident_search on major_incident using gin (search) with (fastupdate = off);
alter table incident_update add column search tsvector generated always as (search_terms(coalesce("text", ''), 'A')) stored;
comment on column incident_update.search is 'text';
create index incident_update_search on incident_update using gin (search) with (fastupdate = off);
alter table review add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column review.search is 'title';
create index review_search on review using gin (search) with (fastupdate = off);
alter table action add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column action.search is 'title';
create index action_search on action using gin (search) with (fastupdate = off);
alter table reporting_rule add column search tsvector generated always as (search_terms(coalesce("authority", ''), 'A') || search_terms(coalesce("document", ''), 'B')) stored;
comment on column reporting_rule.search is 'authority; document';
create index reporting_rule_search on reporting_rule using gin (search) with (fastupdate = off);
