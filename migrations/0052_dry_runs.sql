-- A run may be a dry one: walked through without doing anything, beside the true run of the day.
alter table run add column dry boolean not null default false;
alter table run alter column dry drop default;
create index run_by_dry on run (dry, id desc) include (state, kind);
