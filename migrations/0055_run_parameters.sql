-- What a runbook asks for before a run of it begins, and what was given in each run.
alter table runbook add column parameters jsonb not null default '[]';
alter table runbook alter column parameters drop default;
alter table run add column parameters jsonb not null default '{}';
alter table run alter column parameters drop default;
