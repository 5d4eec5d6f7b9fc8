-- Who is told of what: rules, channels, templates, messages on their way out, and what lies under each person's bell.
create table notice_rule (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-force', 'stopped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  rule jsonb not null,
  "to" jsonb not null,
  through uuid[] not null,
  urgent boolean not null,
  lang text not null check (lang in ('zh', 'en')),
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table message (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('waiting', 'sent', 'carried', 'failed', 'dropped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  channel uuid not null,
  person uuid,
  address text not null,
  why text not null check (why in ('rule', 'mention', 'assigned', 'watched', 'approval', 'clock', 'digest', 'answer', 'test')),
  lang text not null check (lang in ('zh', 'en')),
  subject text not null,
  text text not null,
  link text,
  event jsonb,
  source text,
  record text,
  record_id text,
  urgent boolean not null,
  due timestamptz not null,
  attempts double precision not null,
  error text,
  sent_at timestamptz,
  message_id text,
  carried_by uuid,
  instead_of uuid,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table channel (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-use', 'stopped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  settings jsonb not null,
  kind text check (kind in ('mail', 'webhook', 'wecom', 'dingtalk', 'feishu', 'sms', 'smpp')),
  per_minute double precision,
  tries double precision not null,
  fallback uuid,
  secret_set boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table template (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-use', 'stopped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  record text,
  act text,
  subject_zh text not null,
  text_zh text not null,
  subject_en text not null,
  text_en text not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table message add constraint message_channel_link
  foreign key (channel) references channel deferrable initially deferred;
alter table message add constraint message_person_link
  foreign key (person) references person deferrable initially deferred;
alter table message add constraint message_carried_by_link
  foreign key (carried_by) references message deferrable initially deferred;
alter table message add constraint message_instead_of_link
  foreign key (instead_of) references message deferrable initially deferred;
alter table channel add constraint channel_fallback_link
  foreign key (fallback) references channel deferrable initially deferred;
create index notice_rule_by_state on notice_rule (state, id desc);
create index notice_rule_by_created_by on notice_rule (created_by, id desc) include (state);
create index notice_rule_custom on notice_rule using gin (custom jsonb_path_ops) where custom <> '{}';
create index notice_rule_name_sort on notice_rule (name, id);
create index message_by_state on message (state, id desc) include (why);
create index message_by_created_by on message (created_by, id desc) include (state, why);
create index message_custom on message using gin (custom jsonb_path_ops) where custom <> '{}';
create index message_by_channel on message (channel, id desc) include (state, why);
create index message_by_person on message (person, id desc) include (state, why);
create index message_by_address on message (address, id desc) include (state, why);
create index message_by_why on message (why, id desc) include (state);
create index message_by_record on message (record, id desc) include (state, why);
create index message_by_record_id on message (record_id, id desc) include (state, why);
create index message_due_sort on message (due, id);
create index message_sent_at_sort on message (sent_at, id);
create index message_by_message_id on message (message_id, id desc) include (state, why);
create index message_by_carried_by on message (carried_by, id desc) include (state, why);
create index message_by_instead_of on message (instead_of, id desc) include (state, why);
create index channel_by_state on channel (state, id desc) include (kind);
create index channel_by_created_by on channel (created_by, id desc) include (state, kind);
create index channel_custom on channel using gin (custom jsonb_path_ops) where custom <> '{}';
create index channel_name_sort on channel (name, id);
create index channel_by_kind on channel (kind, id desc) include (state);
create index channel_by_fallback on channel (fallback, id desc) include (state, kind);
create index template_by_state on template (state, id desc);
create index template_by_created_by on template (created_by, id desc) include (state);
create index template_custom on template using gin (custom jsonb_path_ops) where custom <> '{}';
create index template_name_sort on template (name, id);
create index template_by_record on template (record, id desc) include (state);
create index template_by_act on template (act, id desc) include (state);
alter table notice_rule add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column notice_rule.search is 'name';
create index notice_rule_search on notice_rule using gin (search) with (fastupdate = off);
alter table channel add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column channel.search is 'name';
create index channel_search on channel using gin (search) with (fastupdate = off);
alter table template add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column template.search is 'name';
create index template_search on template using gin (search) with (fastupdate = off);

-- Nothing goes out twice for the same reason.
create unique index message_source on message (source) where source is not null;
-- What the post takes up next.
create index message_waiting on message (channel, due, id) where state = 'waiting';
-- Rules are asked for at every write.
create index notice_rule_record on notice_rule ((rule->>'record')) where state = 'in-force';

create table secret (
  record text not null,
  id uuid not null,
  value text not null,
  primary key (record, id)
);

create table channel_send (
  channel uuid not null references channel,
  at timestamptz not null
);
create index channel_send_at on channel_send (channel, at);

create table notice (
  id uuid primary key,
  person uuid not null references person,
  at timestamptz not null,
  why text not null,
  number text not null,
  text jsonb not null, -- in both languages
  path text not null,
  by uuid,
  key text not null, -- of one thing a person is told once
  read_at timestamptz,
  unique (person, key)
);
create index notice_person on notice (person, id desc);
create index notice_unread on notice (person, id desc) where read_at is null;

create table notice_wish (
  person uuid primary key references person,
  wishes jsonb not null
);
