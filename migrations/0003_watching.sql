-- What watching keeps beside its records: results of checks by day, and where each probe stands.

-- One open alarm per key, whoever raises it and from however many copies of the server.
create unique index alarm_open_key on alarm (key) where state <> 'resolved';
create index component_depends_on on component using gin (depends_on);

-- Results: one row per check, named by probe and planned instant, so that two copies cannot count one check twice.
-- A partition per day: retention drops whole days. The key carries what a chart needs.
create table probe_result (
  probe uuid not null,
  at timestamptz not null,
  started_at timestamptz not null,
  ms real not null,
  outcome smallint not null check (outcome between 0 and 2), -- 0 up, 1 slow, 2 down
  value double precision,
  note text not null,
  primary key (probe, at) include (ms, outcome, value)
) partition by range (at);

-- Where each probe stands. Written often and small, with room on each page to be rewritten in place.
create table probe_state (
  probe uuid primary key,
  verdict text not null default 'unknown' check (verdict in ('unknown', 'up', 'slow', 'down')),
  since timestamptz,
  decided_at timestamptz, -- planned instant of the reading behind the verdict: what is older changes nothing
  changes double precision[] not null default '{}', -- latest changes of verdict, milliseconds since 1970, for flapping
  behind uuid, -- down, but explained by this failed probe: no alarm of its own
  last_at timestamptz,
  last_started_at timestamptz,
  last_ms real,
  last_outcome smallint,
  last_value double precision,
  last_note text,
  streak_since timestamptz, -- when the present run of failures, or of the opposite, began
  last_push timestamptz -- heartbeats
) with (fillfactor = 50);
create index probe_state_behind on probe_state (behind) where behind is not null;

-- Which probes' alarms were held back, behind which probe, and until when.
create table probe_suppression (
  probe uuid not null,
  behind uuid not null,
  at timestamptz not null,
  until timestamptz,
  primary key (probe, at)
);
create index probe_suppression_behind on probe_suppression (behind, until);

-- Partitions are attached, not created in place: that does not wait for readers of the parent.
create function ensure_probe_result_days(first date, last date) returns void
language plpgsql security definer set search_path = public as $$
declare
  day date;
  part text;
begin
  for day in select generate_series(first, last, interval '1 day') loop
    part := 'probe_result_' || to_char(day, 'YYYYMMDD');
    continue when to_regclass(part) is not null;
    perform pg_advisory_xact_lock(hashtextextended('probe_result', 0));
    if to_regclass(part) is null then
      execute format('create table %I (like probe_result including all)', part);
      execute format('alter table probe_result attach partition %I for values from (%L) to (%L)', part,
        day || ' 00:00:00+00', (day + 1) || ' 00:00:00+00');
    end if;
  end loop;
end $$;

create function drop_probe_result_days(before date) returns int
language plpgsql security definer set search_path = public as $$
declare
  part text;
  dropped int := 0;
begin
  set local lock_timeout = '5s';
  for part in select inhrelid::regclass::text from pg_inherits where inhparent = 'probe_result'::regclass loop
    if to_date(right(part, 8), 'YYYYMMDD') < before then
      execute format('drop table %I', part);
      dropped := dropped + 1;
    end if;
  end loop;
  return dropped;
end $$;

-- A component's health at an instant: the worst of its active probes. One that has not been read for three intervals
-- is unknown; so is a component without probes. Only all fresh and up is up. Down after an order to stop is stopped. Left without settings of its own, so that
-- it is planned as part of the query that asks: of one component, only that one is looked at.
create function component_health(instant timestamptz) returns table (component uuid, health text)
language sql stable as $$
  select c.id,
    case max(case
      when p.id is null or s.last_started_at is null then 1
      when s.last_started_at < instant - make_interval(secs => 3 * p.interval_seconds + 5) then 1
      when s.verdict = 'down' then 3
      when s.verdict = 'slow' then 2
      when s.verdict = 'up' then 0
      else 1
    end) when 3 then case c.wanted when 'stopped' then 'stopped' else 'down' end when 2 then 'slow' when 0 then 'up' else 'unknown' end
  from component c
  left join probe p on p.component = c.id and p.state = 'active'
  left join probe_state s on s.probe = p.id
  group by c.id
$$;
