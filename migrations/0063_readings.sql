-- Campaigns in which an edition of a policy is read and signed, and what each person is to read.
create table reading_campaign (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'running', 'superseded', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  policy uuid not null,
  title text not null,
  title_en text,
  owner uuid not null,
  everybody boolean not null,
  departments uuid[] not null,
  posts uuid[] not null,
  roles uuid[] not null,
  days double precision not null,
  opened_on date,
  due_on date,
  digest text,
  follows uuid,
  close_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table reading (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('asked', 'signed', 'lapsed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  campaign uuid not null,
  title text not null,
  title_en text,
  reader uuid not null,
  due_on date not null,
  digest text not null,
  remind_on date,
  signed_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table reading_campaign add constraint reading_campaign_policy_link
  foreign key (policy) references policy deferrable initially deferred;
alter table reading_campaign add constraint reading_campaign_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table reading_campaign add constraint reading_campaign_follows_link
  foreign key (follows) references reading_campaign deferrable initially deferred;
alter table reading add constraint reading_campaign_link
  foreign key (campaign) references reading_campaign deferrable initially deferred;
alter table reading add constraint reading_reader_link
  foreign key (reader) references person deferrable initially deferred;
create index reading_campaign_by_state on reading_campaign (state, id desc);
create index reading_campaign_by_created_by on reading_campaign (created_by, id desc) include (state);
create index reading_campaign_custom on reading_campaign using gin (custom jsonb_path_ops) where custom <> '{}';
create index reading_campaign_by_policy on reading_campaign (policy, id desc) include (state);
create index reading_campaign_title_sort on reading_campaign (title, id);
create index reading_campaign_by_owner on reading_campaign (owner, id desc) include (state);
create index reading_campaign_by_due_on on reading_campaign (due_on, id desc) include (state);
create index reading_campaign_due_on_sort on reading_campaign (due_on, id);
create index reading_by_state on reading (state, id desc);
create index reading_by_created_by on reading (created_by, id desc) include (state);
create index reading_custom on reading using gin (custom jsonb_path_ops) where custom <> '{}';
create index reading_by_campaign on reading (campaign, id desc) include (state);
create index reading_by_reader on reading (reader, id desc) include (state);
create index reading_by_due_on on reading (due_on, id desc) include (state);
create index reading_due_on_sort on reading (due_on, id);
create index reading_by_remind_on on reading (remind_on, id desc) include (state);
create index reading_signed_at_sort on reading (signed_at, id);
alter table reading_campaign add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column reading_campaign.search is 'title; titleEn';
create index reading_campaign_search on reading_campaign using gin (search) with (gin_pending_list_limit = 64);
alter table reading add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column reading.search is 'title; titleEn';
create index reading_search on reading using gin (search) with (gin_pending_list_limit = 64);
-- Nobody is asked twice by one campaign, whoever asks.
create unique index reading_once on reading (campaign, reader);
-- Whose morning it is to be reminded, and who is late.
create index reading_to_remind on reading (remind_on, id) where state = 'asked';
create index reading_late on reading (campaign, due_on) where state = 'asked';
alter table reading add constraint reading_signed check ((state = 'signed') = (signed_at is not null));
