-- The accounts of systems as their own lists show them, and those lists.
create table system_account (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('present', 'gone')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  system uuid not null,
  login text not null,
  name text,
  employee_no text,
  mail text,
  person uuid,
  matched_by text check (matched_by in ('employee-no', 'login', 'mail', 'hand')),
  match_reason text,
  standing text not null check (standing in ('matched', 'orphan', 'ghost', 'too-much')),
  ghost_of text check (ghost_of in ('left', 'no-grant')),
  rights jsonb not null,
  beyond jsonb not null,
  privileged boolean not null,
  said_privileged boolean,
  shared boolean not null,
  second_factor boolean,
  disabled boolean not null,
  last_used_at timestamptz,
  came_with uuid,
  gone_with uuid,
  reviewed_at timestamptz,
  note text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table account_list (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('taken')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  system uuid not null,
  taken_at timestamptz not null,
  same_at timestamptz,
  complete boolean not null,
  source text not null check (source in ('csv', 'directory', 'agent', 'own')),
  brought_by uuid,
  digest text not null,
  accounts double precision not null,
  came double precision not null,
  changed double precision not null,
  went double precision not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table system_account add constraint system_account_system_link
  foreign key (system) references access_system deferrable initially deferred;
alter table system_account add constraint system_account_person_link
  foreign key (person) references person deferrable initially deferred;
alter table system_account add constraint system_account_came_with_link
  foreign key (came_with) references account_list deferrable initially deferred;
alter table system_account add constraint system_account_gone_with_link
  foreign key (gone_with) references account_list deferrable initially deferred;
alter table account_list add constraint account_list_system_link
  foreign key (system) references access_system deferrable initially deferred;
alter table account_list add constraint account_list_brought_by_link
  foreign key (brought_by) references person deferrable initially deferred;
alter table access_system add column secret_set boolean not null default false;
create index system_account_by_state on system_account (state, id desc) include (matched_by, standing, ghost_of, privileged, shared, second_factor, disabled);
create index system_account_by_created_by on system_account (created_by, id desc) include (state, matched_by, standing, ghost_of, privileged, shared, second_factor, disabled);
create index system_account_custom on system_account using gin (custom jsonb_path_ops) where custom <> '{}';
create index system_account_by_system on system_account (system, id desc) include (state, matched_by, standing, ghost_of, privileged, shared, second_factor, disabled);
create index system_account_login_sort on system_account (login, id);
create index system_account_by_person on system_account (person, id desc) include (state, matched_by, standing, ghost_of, privileged, shared, second_factor, disabled);
create index system_account_by_matched_by on system_account (matched_by, id desc) include (state, standing, ghost_of, privileged, shared, second_factor, disabled);
create index system_account_by_standing on system_account (standing, id desc) include (state, matched_by, ghost_of, privileged, shared, second_factor, disabled);
create index system_account_by_ghost_of on system_account (ghost_of, id desc) include (state, matched_by, standing, privileged, shared, second_factor, disabled);
create index system_account_by_privileged on system_account (privileged, id desc) include (state, matched_by, standing, ghost_of, shared, second_factor, disabled);
create index system_account_by_shared on system_account (shared, id desc) include (state, matched_by, standing, ghost_of, privileged, second_factor, disabled);
create index system_account_by_second_factor on system_account (second_factor, id desc) include (state, matched_by, standing, ghost_of, privileged, shared, disabled);
create index system_account_by_disabled on system_account (disabled, id desc) include (state, matched_by, standing, ghost_of, privileged, shared, second_factor);
create index system_account_last_used_at_sort on system_account (last_used_at, id);
create index system_account_reviewed_at_sort on system_account (reviewed_at, id);
create index account_list_by_state on account_list (state, id desc) include (complete, source);
create index account_list_by_created_by on account_list (created_by, id desc) include (state, complete, source);
create index account_list_custom on account_list using gin (custom jsonb_path_ops) where custom <> '{}';
create index account_list_by_system on account_list (system, id desc) include (state, complete, source);
create index account_list_by_taken_at on account_list (taken_at, id desc) include (state, complete, source);
create index account_list_taken_at_sort on account_list (taken_at, id);
create index account_list_same_at_sort on account_list (same_at, id);
create index account_list_by_complete on account_list (complete, id desc) include (state, source);
create index account_list_by_source on account_list (source, id desc) include (state, complete);
alter table system_account add column search tsvector generated always as (search_terms(coalesce("login", ''), 'A') || search_terms(coalesce("name", ''), 'B')) stored;
comment on column system_account.search is 'login; name';
create index system_account_search on system_account using gin (search) with (gin_pending_list_limit = 64);
alter table account_list add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column account_list.search is 'title';
create index account_list_search on account_list using gin (search) with (gin_pending_list_limit = 64);
alter table access_system drop constraint access_system_accounts_from_check;
alter table access_system add constraint access_system_accounts_from_check
  check (accounts_from in ('csv', 'directory', 'agent', 'own'));
-- A login is one account of a system, whatever its case.
create unique index system_account_once on system_account (system, lower(login));
-- The newest list of a system.
create index account_list_newest on account_list (system, taken_at desc);
