-- Mail that comes in: the mailboxes it comes to, and each mail with what became of it.
create table incoming_mail (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('received', 'created', 'answered', 'ignored', 'discarded', 'quarantined')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  mailbox uuid not null,
  "from" text,
  from_name text,
  person uuid,
  subject text not null,
  text text,
  received_at timestamptz not null,
  sent_at timestamptz,
  message_id text,
  size double precision not null,
  digest text,
  why text check (why in ('new', 'reply', 'number', 'outsider', 'outsider-reply', 'no-sender', 'unauthentic', 'too-many', 'refused', 'empty', 'unreadable', 'too-large', 'fault', 'auto-submitted', 'empty-return-path', 'report', 'bulk', 'list', 'duplicate')),
  detail text,
  record text,
  record_id text,
  released_by uuid,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table mailbox (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-use', 'stopped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  address text not null,
  settings jsonb not null,
  makes jsonb not null,
  outsiders boolean not null,
  answer_through uuid,
  secret_set boolean not null,
  unreachable_since timestamptz,
  trouble text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table incoming_mail add constraint incoming_mail_mailbox_link
  foreign key (mailbox) references mailbox deferrable initially deferred;
alter table incoming_mail add constraint incoming_mail_person_link
  foreign key (person) references person deferrable initially deferred;
alter table incoming_mail add constraint incoming_mail_released_by_link
  foreign key (released_by) references person deferrable initially deferred;
alter table mailbox add constraint mailbox_answer_through_link
  foreign key (answer_through) references channel deferrable initially deferred;
create index incoming_mail_by_state on incoming_mail (state, id desc) include (why);
create index incoming_mail_by_created_by on incoming_mail (created_by, id desc) include (state, why);
create index incoming_mail_custom on incoming_mail using gin (custom jsonb_path_ops) where custom <> '{}';
create index incoming_mail_by_mailbox on incoming_mail (mailbox, id desc) include (state, why);
create index incoming_mail_by_from on incoming_mail ("from", id desc) include (state, why);
create index incoming_mail_by_person on incoming_mail (person, id desc) include (state, why);
create index incoming_mail_received_at_sort on incoming_mail (received_at, id);
create index incoming_mail_by_message_id on incoming_mail (message_id, id desc) include (state, why);
create index incoming_mail_by_why on incoming_mail (why, id desc) include (state);
create index incoming_mail_by_record on incoming_mail (record, id desc) include (state, why);
create index incoming_mail_by_record_id on incoming_mail (record_id, id desc) include (state, why);
create index incoming_mail_by_released_by on incoming_mail (released_by, id desc) include (state, why);
create index mailbox_by_state on mailbox (state, id desc);
create index mailbox_by_created_by on mailbox (created_by, id desc) include (state);
create index mailbox_custom on mailbox using gin (custom jsonb_path_ops) where custom <> '{}';
create index mailbox_name_sort on mailbox (name, id);
create unique index mailbox_address_unique on mailbox (address);
create index mailbox_by_answer_through on mailbox (answer_through, id desc) include (state);
create index mailbox_by_unreachable_since on mailbox (unreachable_since, id desc) include (state);
alter table incoming_mail add column search tsvector generated always as (search_terms(coalesce("subject", ''), 'A') || search_terms(coalesce("from", ''), 'B')) stored;
comment on column incoming_mail.search is 'subject; from';
create index incoming_mail_search on incoming_mail using gin (search) with (fastupdate = off);
alter table mailbox add column search tsvector generated always as (search_terms(coalesce("name", '') || ' ' || coalesce("address", ''), 'A')) stored;
comment on column mailbox.search is 'name address';
create index mailbox_search on mailbox using gin (search) with (fastupdate = off);

-- The same mail is kept once, however often it is handed over.
create table incoming_mail_source (
  source text primary key, -- a digest of where it came in, and as what there
  mail uuid not null references incoming_mail
);
