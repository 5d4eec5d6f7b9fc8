-- Turns of one instant keep the order in which they were made.
alter table control_state_span add column turn bigint generated always as identity;
drop index control_state_span_by;
create index control_state_span_by on control_state_span (control, from_at desc, turn desc);
