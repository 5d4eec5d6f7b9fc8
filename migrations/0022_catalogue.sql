-- What can be ordered of a service, what was ordered, and what is done for it.
create table offering (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'published', 'superseded', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  edition double precision not null,
  title text not null,
  title_en text,
  summary text not null,
  summary_en text,
  service uuid not null,
  for_whom uuid[] not null,
  form jsonb not null,
  approval jsonb not null,
  tasks jsonb not null,
  response_minutes double precision,
  fulfil_minutes double precision,
  cost double precision,
  owner uuid,
  based_on uuid,
  return_reason text,
  published_by uuid,
  published_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table request (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('new', 'approved', 'in-fulfilment', 'waiting', 'fulfilled', 'closed', 'rejected', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  title_en text,
  offering uuid not null,
  service uuid,
  for_person uuid,
  answers jsonb not null,
  priority text not null check (priority in ('high', 'normal', 'low')),
  cost double precision,
  owner uuid,
  team uuid,
  assignee uuid,
  waiting_for text,
  fulfilment text check (fulfilment in ('whole', 'partly')),
  outcome text,
  reject_reason text,
  cancel_reason text,
  reopen_reason text,
  fulfilled_at timestamptz,
  closed_at timestamptz,
  custom jsonb not null default '{}',
  due_at timestamptz,
  journal_n int not null,
  journal_head bytea not null
);
create table request_task (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('waiting', 'ready', 'doing', 'done', 'skipped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  request uuid not null,
  position double precision not null,
  key text not null,
  title text not null,
  title_en text,
  instructions text,
  instructions_en text,
  after jsonb not null,
  team uuid,
  assignee uuid,
  result text,
  skip_reason text,
  started_at timestamptz,
  ended_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table offering add constraint offering_service_link
  foreign key (service) references service deferrable initially deferred;
alter table offering add constraint offering_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table offering add constraint offering_based_on_link
  foreign key (based_on) references offering deferrable initially deferred;
alter table offering add constraint offering_published_by_link
  foreign key (published_by) references person deferrable initially deferred;
alter table request add constraint request_offering_link
  foreign key (offering) references offering deferrable initially deferred;
alter table request add constraint request_service_link
  foreign key (service) references service deferrable initially deferred;
alter table request add constraint request_for_person_link
  foreign key (for_person) references person deferrable initially deferred;
alter table request add constraint request_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table request add constraint request_team_link
  foreign key (team) references team deferrable initially deferred;
alter table request add constraint request_assignee_link
  foreign key (assignee) references person deferrable initially deferred;
alter table request_task add constraint request_task_request_link
  foreign key (request) references request deferrable initially deferred;
alter table request_task add constraint request_task_team_link
  foreign key (team) references team deferrable initially deferred;
alter table request_task add constraint request_task_assignee_link
  foreign key (assignee) references person deferrable initially deferred;
create index offering_by_state on offering (state, id desc);
create index offering_by_created_by on offering (created_by, id desc) include (state);
create index offering_custom on offering using gin (custom jsonb_path_ops) where custom <> '{}';
create index offering_by_code on offering (code, id desc) include (state);
create index offering_code_sort on offering (code, id);
create index offering_edition_sort on offering (edition, id);
create index offering_title_sort on offering (title, id);
create index offering_by_service on offering (service, id desc) include (state);
create index offering_by_owner on offering (owner, id desc) include (state);
create index offering_published_at_sort on offering (published_at, id);
create index request_by_state on request (state, id desc) include (priority, fulfilment);
create index request_by_created_by on request (created_by, id desc) include (state, priority, fulfilment);
create index request_custom on request using gin (custom jsonb_path_ops) where custom <> '{}';
create index request_by_offering on request (offering, id desc) include (state, priority, fulfilment);
create index request_by_service on request (service, id desc) include (state, priority, fulfilment);
create index request_by_for_person on request (for_person, id desc) include (state, priority, fulfilment);
create index request_by_priority on request (priority, id desc) include (state, fulfilment);
create index request_priority_sort on request (priority, id);
create index request_by_owner on request (owner, id desc) include (state, priority, fulfilment);
create index request_by_team on request (team, id desc) include (state, priority, fulfilment);
create index request_by_assignee on request (assignee, id desc) include (state, priority, fulfilment);
create index request_by_fulfilment on request (fulfilment, id desc) include (state, priority);
create index request_fulfilled_at_sort on request (fulfilled_at, id);
create index request_by_due_at on request (due_at, id desc) include (state, priority, fulfilment);
create index request_due_at_sort on request (due_at, id);
create index request_task_by_state on request_task (state, id desc);
create index request_task_by_created_by on request_task (created_by, id desc) include (state);
create index request_task_custom on request_task using gin (custom jsonb_path_ops) where custom <> '{}';
create index request_task_by_request on request_task (request, id desc) include (state);
create index request_task_position_sort on request_task (position, id);
create index request_task_by_team on request_task (team, id desc) include (state);
create index request_task_by_assignee on request_task (assignee, id desc) include (state);
alter table offering add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("code", '') || ' ' || coalesce("title_en", ''), 'B')) stored;
comment on column offering.search is 'title; code titleEn';
create index offering_search on offering using gin (search) with (fastupdate = off);
alter table request add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column request.search is 'title; titleEn';
create index request_search on request using gin (search) with (fastupdate = off);
alter table request_task add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column request_task.search is 'title; titleEn';
create index request_task_search on request_task using gin (search) with (fastupdate = off);

-- One published edition per code. Checked at the end of the transaction, since the one before it gives way only then.
alter table offering add constraint offering_one_published
  exclude using btree (code with =) where (state = 'published') deferrable initially deferred;
-- What closes by itself at night.
create index request_to_close on request (fulfilled_at) where state = 'fulfilled';
