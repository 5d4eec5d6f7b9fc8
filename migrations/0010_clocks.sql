-- Clocks and recurring work. What is kept of a clock follows from its record's journal, its target and its calendar, and
-- is worked out anew with every change: it serves lists and the timer only.

alter table incident add column due_at timestamptz;
create index incident_by_due_at on incident (due_at, id desc) include (state, impact, urgency, affects_trading, priority);
create index incident_due_at_sort on incident (due_at, id);

create table clock (
  record_id uuid not null,
  name text not null,
  record text not null,
  target uuid not null,
  state text not null check (state in ('running', 'paused', 'met', 'breached', 'unknown')),
  open boolean not null,
  due_at timestamptz,
  -- When the timer looks at it again: the next warning, escalation or breach.
  next_at timestamptz,
  primary key (record_id, name)
);
create index clock_next on clock (next_at) where next_at is not null;
create index clock_open on clock (record, record_id) where open;

-- What was told of a clock: each once, whichever copy comes first.
create table clock_mark (
  record_id uuid not null,
  clock text not null,
  mark text not null,
  at timestamptz not null,
  primary key (record_id, clock, mark)
);
