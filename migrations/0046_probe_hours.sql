-- Readings by the hour: what charts of weeks and months are drawn from, and forecasts are made of, kept longer than the readings.
create table probe_hour (
  probe uuid not null,
  hour timestamptz not null,
  checks int not null,
  up int not null, -- of them good, be they slow
  slow int not null,
  min real not null,
  avg double precision not null,
  max real not null,
  p95 double precision not null, -- of the values where the probe reads one, else of the milliseconds
  value double precision,
  primary key (probe, hour)
);
create index probe_hour_old on probe_hour (hour);

-- Up to when readings have been summed up.
create table probe_rollup (
  single boolean primary key default true check (single),
  through timestamptz not null
);
