-- Clocks that have ended say how long they took: milliseconds of working time, empty for those that ended before this was kept.
alter table clock add column took double precision;
create index clock_by_state on clock (record, name, state, record_id desc);

-- Trends: what was settled when, and what came back.
alter table incident add column reopened double precision not null default 0;
create index incident_by_resolved_at on incident (resolved_at, id desc) include (state, impact, urgency, affects_trading, priority);
create index incident_by_reopened on incident (reopened, id desc) include (state, impact, urgency, affects_trading, priority);
