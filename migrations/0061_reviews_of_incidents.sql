-- Reviews are of incidents too, and are open again when it happens again.
alter table review alter column major drop not null;
alter table review add column incident uuid;
alter table review add constraint review_incident_link
  foreign key (incident) references incident deferrable initially deferred;
create index review_by_incident on review (incident, id desc) include (state);
alter table review add column reopen_reason text;
