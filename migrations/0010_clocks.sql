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

-- Calendars, targets and schedules.

create table target (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-force', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  rule jsonb not null,
  minutes double precision not null,
  calendar uuid not null,
  warn_at double precision,
  escalation jsonb not null,
  reason text,
  journal_n int not null,
  journal_head bytea not null
);
create table schedule (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'paused', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  make jsonb not null,
  rule jsonb not null,
  at text not null,
  calendar uuid not null,
  missed text not null check (missed in ('catch-up', 'skip')),
  starts_on date not null,
  ends_on date,
  journal_n int not null,
  journal_head bytea not null
);
create table working_calendar (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-force', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  kind text not null check (kind in ('always', 'office', 'trading', 'own')),
  zone text not null,
  covers_from date,
  covers_to date,
  week jsonb not null,
  closed jsonb not null,
  made_up jsonb not null,
  source text not null,
  journal_n int not null,
  journal_head bytea not null
);
alter table target add constraint target_calendar_link
  foreign key (calendar) references working_calendar deferrable initially deferred;
alter table schedule add constraint schedule_calendar_link
  foreign key (calendar) references working_calendar deferrable initially deferred;
create index target_by_state on target (state, id desc);
create index target_by_created_by on target (created_by, id desc) include (state);
create index target_minutes_sort on target (minutes, id);
create index target_by_calendar on target (calendar, id desc) include (state);
create index schedule_by_state on schedule (state, id desc) include (missed);
create index schedule_by_created_by on schedule (created_by, id desc) include (state, missed);
create index schedule_by_calendar on schedule (calendar, id desc) include (state, missed);
create index schedule_by_missed on schedule (missed, id desc) include (state);
create index working_calendar_by_state on working_calendar (state, id desc) include (kind);
create index working_calendar_by_created_by on working_calendar (created_by, id desc) include (state, kind);
create index working_calendar_by_code on working_calendar (code, id desc) include (state, kind);
create index working_calendar_by_kind on working_calendar (kind, id desc) include (state);
create index working_calendar_covers_to_sort on working_calendar (covers_to, id);

-- Until when each schedule has been followed, and what became of each of its occurrences: one for each key, whichever copy
-- of the server comes first.
create table schedule_progress (
  schedule uuid primary key references schedule,
  through timestamptz not null
);
create table occurrence (
  schedule uuid not null references schedule,
  key text not null,
  at timestamptz not null,
  settled_at timestamptz not null,
  state text not null check (state in ('made', 'caught-up', 'by-hand', 'missed', 'skipped', 'refused')),
  record_id uuid,
  text jsonb,
  primary key (schedule, key)
);
create index occurrence_at on occurrence (schedule, at desc);
