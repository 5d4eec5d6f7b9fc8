-- Many rows at once: which they are is settled when it is asked for, and what came of each is kept with its change.
create table work_row (
  work uuid not null references work on delete cascade,
  record_id uuid not null,
  number text,
  outcome text check (outcome in ('changed', 'same', 'waiting', 'refused')),
  code text,
  text jsonb,
  primary key (work, record_id),
  check ((outcome is not distinct from 'refused') = (code is not null and text is not null))
);
create index work_row_left on work_row (work, record_id) where outcome is null;

-- Which copy has it in hand: what a dead one left is taken up by another.
alter table work add column copy int;

-- What one person likes, by name: their view of each list, their columns.
create table preference (
  person uuid not null references person on delete cascade,
  key text not null,
  value jsonb not null,
  primary key (person, key)
);

-- Saved views of lists.
create table view (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('mine', 'team', 'everyone', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  record text not null,
  query jsonb not null,
  team uuid,
  journal_n int not null,
  journal_head bytea not null
);
alter table view add constraint view_team_link
  foreign key (team) references team deferrable initially deferred;
create index view_by_state on view (state, id desc);
create index view_by_created_by on view (created_by, id desc) include (state);
create index view_name_sort on view (name, id);
create index view_by_record on view (record, id desc) include (state);
create index view_by_team on view (team, id desc) include (state);
