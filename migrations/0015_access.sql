-- What a role grants as data; what was there grants nothing more.
alter table role add column grants jsonb not null default '[]';
alter table role alter column grants drop default;
