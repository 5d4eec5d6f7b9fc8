-- What must be done every so often, each time that it fell due, and patrols: routes, checkpoints and what was read there.
create table periodic_duty (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'paused', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  name_en text,
  post uuid not null,
  instructions text not null,
  statement text,
  signed boolean not null,
  route uuid,
  rule jsonb not null,
  calendar uuid not null,
  at text not null,
  opens_before double precision not null,
  closes_after double precision not null,
  starts_on date not null,
  ends_on date,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table duty_task (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('due', 'to-sign', 'done', 'missed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  duty uuid not null,
  key text not null,
  title text not null,
  title_en text,
  post uuid not null,
  route uuid,
  asks text not null check (asks in ('due', 'to-sign')),
  statement text,
  due_on date not null,
  opens_at timestamptz not null,
  due_by timestamptz not null,
  closes_at timestamptz not null,
  note text,
  done_by uuid,
  done_at timestamptz,
  late boolean not null,
  missed_reason text,
  explained_by uuid,
  trading_day date,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table patrol_route (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-use', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  name_en text,
  place uuid,
  instructions text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table checkpoint (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-use', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  route uuid not null,
  position double precision not null,
  name text not null,
  name_en text,
  place uuid,
  component uuid,
  instructions text,
  readings jsonb not null,
  photo boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table patrol_visit (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('kept')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  task uuid not null,
  checkpoint uuid not null,
  key text not null,
  title text,
  values jsonb not null,
  note text,
  how text not null check (how in ('scanned', 'picked')),
  visited_at timestamptz not null,
  device text,
  visitor uuid not null,
  out jsonb not null,
  is_out boolean not null,
  journal_n int not null,
  journal_head bytea not null
);
create trigger patrol_visit_append_only before delete or update on patrol_visit for each row execute function forbid_change();
create trigger patrol_visit_no_truncate before truncate on patrol_visit execute function forbid_change();
revoke update, delete, truncate on patrol_visit from touchstone_app;
alter table periodic_duty add constraint periodic_duty_post_link
  foreign key (post) references post deferrable initially deferred;
alter table periodic_duty add constraint periodic_duty_route_link
  foreign key (route) references patrol_route deferrable initially deferred;
alter table periodic_duty add constraint periodic_duty_calendar_link
  foreign key (calendar) references working_calendar deferrable initially deferred;
alter table duty_task add constraint duty_task_duty_link
  foreign key (duty) references periodic_duty deferrable initially deferred;
alter table duty_task add constraint duty_task_post_link
  foreign key (post) references post deferrable initially deferred;
alter table duty_task add constraint duty_task_route_link
  foreign key (route) references patrol_route deferrable initially deferred;
alter table duty_task add constraint duty_task_done_by_link
  foreign key (done_by) references person deferrable initially deferred;
alter table duty_task add constraint duty_task_explained_by_link
  foreign key (explained_by) references person deferrable initially deferred;
alter table patrol_route add constraint patrol_route_place_link
  foreign key (place) references location deferrable initially deferred;
alter table checkpoint add constraint checkpoint_route_link
  foreign key (route) references patrol_route deferrable initially deferred;
alter table checkpoint add constraint checkpoint_place_link
  foreign key (place) references location deferrable initially deferred;
alter table checkpoint add constraint checkpoint_component_link
  foreign key (component) references component deferrable initially deferred;
alter table patrol_visit add constraint patrol_visit_task_link
  foreign key (task) references duty_task deferrable initially deferred;
alter table patrol_visit add constraint patrol_visit_checkpoint_link
  foreign key (checkpoint) references checkpoint deferrable initially deferred;
alter table patrol_visit add constraint patrol_visit_visitor_link
  foreign key (visitor) references person deferrable initially deferred;
create index periodic_duty_by_state on periodic_duty (state, id desc) include (signed);
create index periodic_duty_by_created_by on periodic_duty (created_by, id desc) include (state, signed);
create index periodic_duty_custom on periodic_duty using gin (custom jsonb_path_ops) where custom <> '{}';
create index periodic_duty_name_sort on periodic_duty (name, id);
create index periodic_duty_by_post on periodic_duty (post, id desc) include (state, signed);
create index periodic_duty_by_signed on periodic_duty (signed, id desc) include (state);
create index periodic_duty_by_route on periodic_duty (route, id desc) include (state, signed);
create index periodic_duty_by_calendar on periodic_duty (calendar, id desc) include (state, signed);
create index duty_task_by_state on duty_task (state, id desc) include (late);
create index duty_task_by_created_by on duty_task (created_by, id desc) include (state, late);
create index duty_task_custom on duty_task using gin (custom jsonb_path_ops) where custom <> '{}';
create index duty_task_by_duty on duty_task (duty, id desc) include (state, late);
create index duty_task_by_post on duty_task (post, id desc) include (state, late);
create index duty_task_by_route on duty_task (route, id desc) include (state, late);
create index duty_task_by_due_on on duty_task (due_on, id desc) include (state, late);
create index duty_task_due_on_sort on duty_task (due_on, id);
create index duty_task_due_by_sort on duty_task (due_by, id);
create index duty_task_by_done_by on duty_task (done_by, id desc) include (state, late);
create index duty_task_by_late on duty_task (late, id desc) include (state);
create index duty_task_by_trading_day on duty_task (trading_day, id desc) include (state, late);
create index patrol_route_by_state on patrol_route (state, id desc);
create index patrol_route_by_created_by on patrol_route (created_by, id desc) include (state);
create index patrol_route_custom on patrol_route using gin (custom jsonb_path_ops) where custom <> '{}';
create index patrol_route_name_sort on patrol_route (name, id);
create index patrol_route_by_place on patrol_route (place, id desc) include (state);
create index checkpoint_by_state on checkpoint (state, id desc);
create index checkpoint_by_created_by on checkpoint (created_by, id desc) include (state);
create index checkpoint_custom on checkpoint using gin (custom jsonb_path_ops) where custom <> '{}';
create index checkpoint_by_route on checkpoint (route, id desc) include (state);
create index checkpoint_position_sort on checkpoint (position, id);
create index checkpoint_by_place on checkpoint (place, id desc) include (state);
create index checkpoint_by_component on checkpoint (component, id desc) include (state);
create index patrol_visit_by_state on patrol_visit (state, id desc) include (how, is_out);
create index patrol_visit_by_created_by on patrol_visit (created_by, id desc) include (state, how, is_out);
create index patrol_visit_by_task on patrol_visit (task, id desc) include (state, how, is_out);
create index patrol_visit_by_checkpoint on patrol_visit (checkpoint, id desc) include (state, how, is_out);
create unique index patrol_visit_key_unique on patrol_visit (key);
create index patrol_visit_by_how on patrol_visit (how, id desc) include (state, is_out);
create index patrol_visit_visited_at_sort on patrol_visit (visited_at, id);
create index patrol_visit_by_visitor on patrol_visit (visitor, id desc) include (state, how, is_out);
create index patrol_visit_by_is_out on patrol_visit (is_out, id desc) include (state, how);
alter table periodic_duty add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column periodic_duty.search is 'name';
create index periodic_duty_search on periodic_duty using gin (search) with (gin_pending_list_limit = 64);
alter table duty_task add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column duty_task.search is 'title';
create index duty_task_search on duty_task using gin (search) with (gin_pending_list_limit = 64);
alter table patrol_route add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column patrol_route.search is 'name';
create index patrol_route_search on patrol_route using gin (search) with (gin_pending_list_limit = 64);
alter table checkpoint add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column checkpoint.search is 'name';
create index checkpoint_search on checkpoint using gin (search) with (gin_pending_list_limit = 64);
alter table patrol_visit add column search tsvector generated always as (search_terms(coalesce("key", '') || ' ' || coalesce("title", ''), 'A')) stored;
comment on column patrol_visit.search is 'key title';
create index patrol_visit_search on patrol_visit using gin (search) with (gin_pending_list_limit = 64);
-- Once for each day, week or month, whatever copies of the server make them.
create unique index duty_task_once on duty_task (duty, key);
create index duty_task_open on duty_task (closes_at) where state in ('due', 'to-sign');
create index duty_task_of_duty on duty_task (duty, due_on desc, due_by desc);

create table duty_progress (
  duty uuid primary key references periodic_duty on delete cascade,
  through timestamptz not null
);

alter table log_entry drop constraint log_entry_kind_check;
alter table log_entry add constraint log_entry_kind_check
  check (kind in ('note', 'run', 'alarm', 'incident', 'component', 'shift', 'duty'));
-- What is asked of the open rounds of a route, and of the visits of one round.
create index duty_task_of_route on duty_task (route, due_by desc) where route is not null;
create index patrol_visit_of_task on patrol_visit (task, checkpoint);
create index patrol_visit_of_checkpoint on patrol_visit (checkpoint, visited_at desc);
create index checkpoint_of_route on checkpoint (route, position, id);
-- A run may begin by the clock: once for each runbook and trading day, whatever becomes of it.
alter table runbook add column start_by text not null default 'hand' check (start_by in ('hand', 'clock'));
alter table runbook alter column start_by drop default;
create index runbook_by_start_by on runbook (start_by, id desc) include (state, kind, schedule);
create table run_start (
  code text not null,
  trading_day date not null,
  at timestamptz not null,
  primary key (code, trading_day)
);
-- How long the steps of a runbook have taken lately.
create index run_finished_of_runbook on run (runbook_code, finished_at desc) where state = 'finished';
