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
