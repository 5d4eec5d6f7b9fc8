-- What clauses are proven by and nobody wrote down so far: who agreed, what was found as work began and whether a freeze stood while
-- it lasted, who has read what a package says; acceptance of what was bought; where copies lie and what was counted; what followed
-- from a low grade; and whose work a contract does.
alter table change add column approved_by uuid[] not null default '{}';
alter table change add column found_at_start jsonb;
alter table change add column worked_in text check (worked_in in ('free', 'freeze', 'unknown'));
alter table upgrade_package add column read_by uuid[] not null default '{}';
alter table purchase add column approved_at timestamptz;
alter table purchase add column approved_by uuid[] not null default '{}';
alter table purchase add column acceptance text;
alter table purchase add column accepted_at timestamptz;
alter table purchase add column accepted_by uuid;
alter table asset_model add column standard_from date;
alter table asset_model add column standard_to date;
alter table location add column counted_at timestamptz;
alter table backup_plan add column site text not null default 'same' check (site in ('same', 'other'));
alter table survey_answer add column follow_up text;
alter table survey_answer add column followed_up_by uuid;
alter table survey_answer add column followed_up_at timestamptz;
alter table contract add column covers_post uuid;
alter table purchase add constraint purchase_accepted_by_link
  foreign key (accepted_by) references person deferrable initially deferred;
alter table survey_answer add constraint survey_answer_followed_up_by_link
  foreign key (followed_up_by) references person deferrable initially deferred;
alter table contract add constraint contract_covers_post_link
  foreign key (covers_post) references post deferrable initially deferred;
create index change_by_worked_in on change (worked_in, id desc) include (state, kind, risk);
create index backup_plan_by_site on backup_plan (site, id desc) include (state, method, standing, proof);
create index contract_by_covers_post on contract (covers_post, id desc) include (state, kind);
create index location_counted_at_sort on location (counted_at, id);
