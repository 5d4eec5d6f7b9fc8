-- Many rows at once: which they are is settled when it is asked for, and what came of each is kept with its change.
create table work_row (
  work uuid not null references work on delete cascade,
  record_id uuid not null,
  number text,
  outcome text check (outcome in ('changed', 'same', 'refused')),
  code text,
  text jsonb,
  primary key (work, record_id),
  check ((outcome is not distinct from 'refused') = (code is not null and text is not null))
);
create index work_row_left on work_row (work, record_id) where outcome is null;

-- What one person likes, by name: their view of each list, their columns.
create table preference (
  person uuid not null references person on delete cascade,
  key text not null,
  value jsonb not null,
  primary key (person, key)
);
