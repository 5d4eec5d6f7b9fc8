-- Boards that look at changes before they are approved, and what each says of every change on its agenda.
create table advisory_meeting (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('planned', 'in-session', 'held', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text,
  chair uuid not null,
  participants uuid[] not null,
  invitations double precision not null,
  invited_at timestamptz,
  opened_at timestamptz,
  opened_by uuid,
  held_at timestamptz,
  remarks text,
  digest text,
  cancel_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table advisory_item (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('on-agenda', 'advised', 'taken-off', 'lapsed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  meeting uuid not null,
  change uuid not null,
  title text,
  because text not null check (because in ('waiting', 'emergency', 'added')),
  add_reason text,
  said text,
  advice text check (advice in ('approve', 'conditions', 'not-yet', 'reject')),
  conditions text,
  advised_by uuid,
  advised_at timestamptz,
  drop_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table advisory_meeting add constraint advisory_meeting_chair_link
  foreign key (chair) references person deferrable initially deferred;
alter table advisory_meeting add constraint advisory_meeting_opened_by_link
  foreign key (opened_by) references person deferrable initially deferred;
alter table advisory_item add constraint advisory_item_meeting_link
  foreign key (meeting) references advisory_meeting deferrable initially deferred;
alter table advisory_item add constraint advisory_item_change_link
  foreign key (change) references change deferrable initially deferred;
alter table advisory_item add constraint advisory_item_advised_by_link
  foreign key (advised_by) references person deferrable initially deferred;
create index advisory_meeting_by_state on advisory_meeting (state, id desc);
create index advisory_meeting_by_created_by on advisory_meeting (created_by, id desc) include (state);
create index advisory_meeting_custom on advisory_meeting using gin (custom jsonb_path_ops) where custom <> '{}';
create index advisory_meeting_by_starts_at on advisory_meeting (starts_at, id desc) include (state);
create index advisory_meeting_starts_at_sort on advisory_meeting (starts_at, id);
create index advisory_meeting_by_chair on advisory_meeting (chair, id desc) include (state);
create index advisory_meeting_by_participants on advisory_meeting using gin (participants);
create index advisory_meeting_by_held_at on advisory_meeting (held_at, id desc) include (state);
create index advisory_meeting_held_at_sort on advisory_meeting (held_at, id);
create index advisory_item_by_state on advisory_item (state, id desc) include (because, advice);
create index advisory_item_by_created_by on advisory_item (created_by, id desc) include (state, because, advice);
create index advisory_item_custom on advisory_item using gin (custom jsonb_path_ops) where custom <> '{}';
create index advisory_item_by_meeting on advisory_item (meeting, id desc) include (state, because, advice);
create index advisory_item_by_change on advisory_item (change, id desc) include (state, because, advice);
create index advisory_item_by_because on advisory_item (because, id desc) include (state, advice);
create index advisory_item_by_advice on advisory_item (advice, id desc) include (state, because);
alter table advisory_meeting add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column advisory_meeting.search is 'title';
create index advisory_meeting_search on advisory_meeting using gin (search) with (gin_pending_list_limit = 64);
alter table advisory_item add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column advisory_item.search is 'title';
create index advisory_item_search on advisory_item using gin (search) with (gin_pending_list_limit = 64);
