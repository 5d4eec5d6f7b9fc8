-- Fields that a firm adds as data, and a place for their values in every record that may be changed.
create table custom_field (
  id uuid primary key,
  -- Byte order, whatever the database's own: its index serves prefixes as well as order.
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'active', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  name_en text not null,
  record text not null,
  key text not null,
  kind text not null check (kind in ('text', 'prose', 'number', 'flag', 'date', 'choice')),
  choices jsonb not null,
  "when" jsonb not null,
  required boolean not null,
  position double precision not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create index custom_field_by_state on custom_field (state, id desc) include (kind);
create index custom_field_by_created_by on custom_field (created_by, id desc) include (state, kind);
create index custom_field_by_record on custom_field (record, id desc) include (state, kind);
create index custom_field_by_kind on custom_field (kind, id desc) include (state);
create index custom_field_position_sort on custom_field (position, id);
-- One key names one field of a kind of record, for good.
create unique index custom_field_key_unique on custom_field (record, key);

-- What is append only keeps the values it was written with, and has none of these.
do $$ declare t text; begin
  for t in select c.table_name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'journal_head'
      and not exists (select from pg_trigger g where g.tgrelid = c.table_name::regclass and g.tgname = c.table_name || '_append_only')
  loop
    execute format('alter table %I add column if not exists custom jsonb not null default %L', t, '{}');
    execute format('create index if not exists %I on %I using gin (custom jsonb_path_ops) where custom <> %L', t || '_custom', t, '{}');
  end loop;
end $$;
