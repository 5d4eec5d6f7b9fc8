-- Event sources speak by SNMP traps and by mail too.
alter table event_source drop constraint event_source_kind_check;
alter table event_source add constraint event_source_kind_check
  check (kind in ('alertmanager', 'zabbix', 'json', 'syslog', 'snmp', 'mail'));

-- Engines of SNMP v3, ours among them: how often each began, and how long it was on when it was heard last.
create table snmp_engine (
  engine text primary key,
  own boolean not null,
  boots int not null,
  time int not null,
  at timestamptz not null
);
create unique index snmp_engine_own on snmp_engine (own) where own;

-- A letter to an event source becomes an event, or nothing where no rule fits.
alter table incoming_mail drop constraint incoming_mail_state_check;
alter table incoming_mail add constraint incoming_mail_state_check
  check (state in ('received', 'created', 'answered', 'reported', 'ignored', 'discarded', 'quarantined'));
alter table incoming_mail drop constraint incoming_mail_why_check;
alter table incoming_mail add constraint incoming_mail_why_check check (why in (
  'new', 'reply', 'number', 'event', 'no-rule', 'outsider', 'outsider-reply', 'no-sender', 'unauthentic', 'too-many', 'refused', 'empty',
  'unreadable', 'too-large', 'fault', 'auto-submitted', 'empty-return-path', 'report', 'bulk', 'list', 'duplicate'));
