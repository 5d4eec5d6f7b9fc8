-- Clocks that have ended say how long they took: milliseconds of working time, empty for those that ended before this was kept.
alter table clock add column took double precision;
create index clock_by_state on clock (record, name, state, record_id desc);

-- Trends: what was settled when, and what came back.
alter table incident add column reopened double precision not null default 0;
create index incident_by_resolved_at on incident (resolved_at, id desc) include (state, impact, urgency, affects_trading, priority);
create index incident_by_reopened on incident (reopened, id desc) include (state, impact, urgency, affects_trading, priority);

alter table request add column settled_at timestamptz;
alter table request add column reopened double precision not null default 0;
create index request_by_settled_at on request (settled_at, id desc) include (state, priority, fulfilment);
create index request_by_reopened on request (reopened, id desc) include (state, priority, fulfilment);
create index request_created_at on request (created_at) include (id, priority, service, team, assignee, reopened, settled_at);

-- Whose agreement holds for a ticket.
alter table incident add column customer uuid;
alter table incident add constraint incident_customer_link
  foreign key (customer) references department deferrable initially deferred;
create index incident_by_customer on incident (customer, id desc) include (state, impact, urgency, affects_trading, priority, channel);
-- What is read of tickets to count them: no row is fetched for it.
create index incident_created_at on incident (created_at) include (id, priority, component, service, team, assignee, reopened, resolved_at);

-- What is promised, on what it stands, and what became of it.
create table agreement (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'in-force', 'superseded', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  service uuid not null,
  customer uuid not null,
  contact uuid not null,
  owner uuid not null,
  hours uuid not null,
  pledges jsonb not null,
  share double precision not null,
  availability double precision,
  valid_from date not null,
  valid_to date not null,
  terms text,
  return_reason text,
  end_reason text,
  signed_for_it uuid,
  signed_for_it_at timestamptz,
  signed_for_customer uuid,
  signed_for_customer_at timestamptz,
  targets uuid[] not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table underpinning (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-force', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  vendor text not null,
  service uuid not null,
  hours uuid,
  pledges jsonb not null,
  availability double precision,
  contact text,
  valid_from date not null,
  valid_to date not null,
  note text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table level_report (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'issued', 'acknowledged')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  title_en text,
  agreement uuid not null,
  month date not null,
  service uuid,
  customer uuid,
  owner uuid,
  contact uuid,
  figures jsonb,
  comment text,
  actions uuid[] not null,
  remarks text,
  issued_at timestamptz,
  issued_by uuid,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table agreement add constraint agreement_service_link
  foreign key (service) references service deferrable initially deferred;
alter table agreement add constraint agreement_customer_link
  foreign key (customer) references department deferrable initially deferred;
alter table agreement add constraint agreement_contact_link
  foreign key (contact) references person deferrable initially deferred;
alter table agreement add constraint agreement_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table agreement add constraint agreement_hours_link
  foreign key (hours) references working_calendar deferrable initially deferred;
alter table agreement add constraint agreement_signed_for_it_link
  foreign key (signed_for_it) references person deferrable initially deferred;
alter table agreement add constraint agreement_signed_for_customer_link
  foreign key (signed_for_customer) references person deferrable initially deferred;
alter table underpinning add constraint underpinning_service_link
  foreign key (service) references service deferrable initially deferred;
alter table underpinning add constraint underpinning_hours_link
  foreign key (hours) references working_calendar deferrable initially deferred;
alter table level_report add constraint level_report_agreement_link
  foreign key (agreement) references agreement deferrable initially deferred;
alter table level_report add constraint level_report_service_link
  foreign key (service) references service deferrable initially deferred;
alter table level_report add constraint level_report_customer_link
  foreign key (customer) references department deferrable initially deferred;
alter table level_report add constraint level_report_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table level_report add constraint level_report_contact_link
  foreign key (contact) references person deferrable initially deferred;
alter table level_report add constraint level_report_issued_by_link
  foreign key (issued_by) references person deferrable initially deferred;
alter table level_report add constraint level_report_acknowledged_by_link
  foreign key (acknowledged_by) references person deferrable initially deferred;
create index agreement_by_state on agreement (state, id desc);
create index agreement_by_created_by on agreement (created_by, id desc) include (state);
create index agreement_custom on agreement using gin (custom jsonb_path_ops) where custom <> '{}';
create index agreement_by_service on agreement (service, id desc) include (state);
create index agreement_by_customer on agreement (customer, id desc) include (state);
create index agreement_by_contact on agreement (contact, id desc) include (state);
create index agreement_by_owner on agreement (owner, id desc) include (state);
create index agreement_by_hours on agreement (hours, id desc) include (state);
create index agreement_by_valid_from on agreement (valid_from, id desc) include (state);
create index agreement_valid_from_sort on agreement (valid_from, id);
create index agreement_by_valid_to on agreement (valid_to, id desc) include (state);
create index agreement_valid_to_sort on agreement (valid_to, id);
create index underpinning_by_state on underpinning (state, id desc);
create index underpinning_by_created_by on underpinning (created_by, id desc) include (state);
create index underpinning_custom on underpinning using gin (custom jsonb_path_ops) where custom <> '{}';
create index underpinning_by_vendor on underpinning (vendor, id desc) include (state);
create index underpinning_vendor_sort on underpinning (vendor, id);
create index underpinning_by_service on underpinning (service, id desc) include (state);
create index underpinning_by_hours on underpinning (hours, id desc) include (state);
create index underpinning_valid_from_sort on underpinning (valid_from, id);
create index underpinning_by_valid_to on underpinning (valid_to, id desc) include (state);
create index underpinning_valid_to_sort on underpinning (valid_to, id);
create index level_report_by_state on level_report (state, id desc);
create index level_report_by_created_by on level_report (created_by, id desc) include (state);
create index level_report_custom on level_report using gin (custom jsonb_path_ops) where custom <> '{}';
create index level_report_by_agreement on level_report (agreement, id desc) include (state);
create index level_report_by_month on level_report (month, id desc) include (state);
create index level_report_month_sort on level_report (month, id);
create index level_report_by_service on level_report (service, id desc) include (state);
create index level_report_by_customer on level_report (customer, id desc) include (state);
create index level_report_by_owner on level_report (owner, id desc) include (state);
create index level_report_by_contact on level_report (contact, id desc) include (state);
alter table agreement add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column agreement.search is 'name';
create index agreement_search on agreement using gin (search) with (gin_pending_list_limit = 64);
alter table underpinning add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A') || search_terms(coalesce("vendor", ''), 'B')) stored;
comment on column underpinning.search is 'name; vendor';
create index underpinning_search on underpinning using gin (search) with (gin_pending_list_limit = 64);
alter table level_report add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column level_report.search is 'title; titleEn';
create index level_report_search on level_report using gin (search) with (gin_pending_list_limit = 64);
-- Each side is signed for by somebody else, and neither by whoever drew it up.
alter table agreement add constraint agreement_two_people check (
  signed_for_it <> signed_for_customer and signed_for_it <> created_by and signed_for_customer <> created_by);
create unique index level_report_once on level_report (agreement, month);
