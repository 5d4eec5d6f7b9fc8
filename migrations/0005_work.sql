-- Long work: what somebody asked for and waits on, with how far it is and what came of it.
create table work (
  id uuid primary key,
  kind text not null,
  person uuid not null,
  state text not null check (state in ('queued', 'running', 'done', 'stopped', 'failed')),
  done int not null default 0,
  total int,
  input jsonb not null,
  result jsonb,
  stop_asked boolean not null default false,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
create index work_person on work (person, id desc);
