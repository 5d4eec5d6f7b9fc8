-- Whether the copies of the server that watch are themselves well: each says so every two seconds, by the database's clock.
create table evaluator (
  copy int primary key,
  host text not null,
  at timestamptz not null,
  -- It turns, but what it is for does not get done.
  well boolean not null,
  -- That it is not well has been told.
  told boolean not null default false
) with (fillfactor = 70);

-- Ends the connection that holds a copy's shards; the app's own role may end no other.
create function end_shard_holder(holder text) returns void
language sql security definer set search_path = pg_catalog as $$
  select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = holder and holder like 'touchstone shards %' and datname = current_database()
$$;

alter table probe drop constraint probe_kind_check, add constraint probe_kind_check
  check (kind in ('ping', 'tcp', 'tls', 'dns', 'http', 'snmp', 'prometheus', 'fix', 'quotes', 'order', 'transfer', 'sql', 'ssh', 'process', 'disk', 'file',
    'log-line', 'nagios', 'heartbeat'));

-- A day that another copy has made while one waited for the lock may not be seen yet by to_regclass: then it is there all the same.
create or replace function ensure_probe_result_days(first date, last date) returns void
language plpgsql security definer set search_path = public as $$
declare
  day date;
  part text;
begin
  for day in select generate_series(first, last, interval '1 day') loop
    part := 'probe_result_' || to_char(day, 'YYYYMMDD');
    continue when to_regclass(part) is not null;
    perform pg_advisory_xact_lock(hashtextextended('probe_result', 0));
    begin
      execute format('create table %I (like probe_result including all)', part);
      execute format('alter table probe_result attach partition %I for values from (%L) to (%L)', part,
        day || ' 00:00:00+00', (day + 1) || ' 00:00:00+00');
    exception when duplicate_table then
      null;
    end;
  end loop;
end $$;
