-- Files to import: how each is read, which column means which field, and what came of its rows.
create table import_file (
  id uuid primary key,
  record text not null,
  person uuid not null,
  at timestamptz not null,
  name text not null,
  digest text not null,
  size int not null,
  reading jsonb not null,
  sheets text[] not null,
  settings jsonb not null,
  state text not null check (state in ('open', 'checked', 'applied')),
  -- The long work in hand, or the last one.
  work uuid,
  result jsonb
);
create index import_file_person on import_file (person, id desc);
create index import_file_again on import_file (digest, record);

-- Rows that a check found to be new, changed or faulty, by their number in the file; those without a change are only counted.
create table import_row (
  import uuid not null references import_file on delete cascade,
  n int not null,
  verdict text not null check (verdict in ('create', 'change', 'fault')),
  label text,
  -- The record that was made of it, so that the same file again finds it where no column tells records apart.
  record_id uuid,
  faults jsonb not null default '[]',
  changes jsonb,
  primary key (import, n)
);
create index import_row_verdict on import_row (import, verdict, n);

-- What a heading meant the last time somebody imported into this list; null for a column that was left out.
create table import_mapping (
  record text not null,
  person uuid not null,
  heading text not null,
  field text,
  at timestamptz not null,
  primary key (record, person, heading)
);
