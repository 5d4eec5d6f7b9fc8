-- How large databases and their largest tables are, by the day of the firm; the database itself stands under an empty name.
alter table probe drop constraint probe_kind_check, add constraint probe_kind_check
  check (kind in ('ping', 'tcp', 'tls', 'dns', 'snmp', 'http', 'prometheus', 'fix', 'quotes', 'order', 'transfer', 'sql', 'database', 'ssh', 'process', 'disk', 'file', 'log-line', 'nagios', 'heartbeat'));
create table database_size (
  probe uuid not null,
  name text not null,
  day date not null,
  bytes double precision not null,
  left_bytes double precision, -- of its quota or its disk; of tables unknown
  noted_at timestamptz not null,
  primary key (probe, name, day)
);
create index database_size_old on database_size (noted_at);
-- An archive job may move whole partitions; a batch is then one of them.
alter table archive_job add column unit text not null default 'rows' check (unit in ('rows', 'partitions'));
alter table archive_job alter column unit drop default;
alter table archive_run add column partitions text;
alter table archive_batch add column part jsonb;
create index archive_job_by_unit on archive_job (unit, id desc) include (state, standing);
