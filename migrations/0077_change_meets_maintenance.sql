-- While a change is carried out its components stand in a maintenance window; and it may be what removes a problem.
alter table change add column maintenance uuid;
alter table change add column problem uuid;
alter table change add constraint change_maintenance_link
  foreign key (maintenance) references maintenance_window deferrable initially deferred;
alter table change add constraint change_problem_link
  foreign key (problem) references problem deferrable initially deferred;
create index change_by_problem on change (problem, id desc) include (state);
