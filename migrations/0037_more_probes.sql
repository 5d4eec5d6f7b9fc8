alter table probe drop constraint probe_kind_check, add constraint probe_kind_check
  check (kind in ('ping', 'tcp', 'tls', 'dns', 'snmp', 'http', 'prometheus', 'fix', 'sql', 'process', 'disk', 'file', 'log-line', 'nagios', 'heartbeat'));

-- A check may learn nothing, and may leave something for the next one to go on from.
alter table probe_result drop constraint probe_result_outcome_check,
  add constraint probe_result_outcome_check check (outcome between 0 and 3); -- 0 up, 1 slow, 2 down, 3 unknown
alter table probe_state add carry jsonb;
