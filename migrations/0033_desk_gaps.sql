-- Ratings and time spent of requests too; who looks at a ticket of either kind.
alter table survey_answer add column request uuid;
alter table survey_answer add constraint survey_answer_request_link
  foreign key (request) references request deferrable initially deferred;
create index survey_answer_by_request on survey_answer (request, id desc) include (state, naming);

alter table time_entry add column request uuid;
alter table time_entry alter column incident drop not null;
alter table time_entry add constraint time_entry_request_link
  foreign key (request) references request deferrable initially deferred;
alter table time_entry add constraint time_entry_one_ticket check (num_nonnulls(incident, request) = 1);
create index time_entry_by_request on time_entry (request, id desc) include (state);

drop table presence;
create unlogged table presence (
  ticket uuid not null,
  person uuid not null,
  typing boolean not null,
  seen_at timestamptz not null,
  primary key (ticket, person)
);
create index presence_seen on presence (seen_at);

-- Trends: how people rated what was done.
create index survey_answer_answered on survey_answer (answered_at) include (incident, request, grade) where state = 'answered';

-- Each ticket says of its clocks how they stand and what they took: figures of many are read from one index, without a join.
alter table incident add column response_state text;
alter table incident add column response_took double precision;
alter table incident add column resolution_state text;
alter table incident add column resolution_took double precision;
update incident i set (response_state, response_took) = row(c.state, c.took)
  from clock c where c.record_id = i.id and c.name = 'response';
update incident i set (resolution_state, resolution_took) = row(c.state, c.took)
  from clock c where c.record_id = i.id and c.name = 'resolution';
drop index incident_created_at;
create index incident_created_at on incident (created_at) include (id, priority, component, service, team, assignee, reopened,
  resolved_at, response_state, response_took, resolution_state, resolution_took);

alter table request add column response_state text;
alter table request add column response_took double precision;
alter table request add column fulfilment_state text;
alter table request add column fulfilment_took double precision;
update request r set (response_state, response_took) = row(c.state, c.took)
  from clock c where c.record_id = r.id and c.name = 'response';
update request r set (fulfilment_state, fulfilment_took) = row(c.state, c.took)
  from clock c where c.record_id = r.id and c.name = 'fulfilment';
drop index request_created_at;
create index request_created_at on request (created_at) include (id, priority, service, team, assignee, reopened, settled_at,
  response_state, response_took, fulfilment_state, fulfilment_took);
