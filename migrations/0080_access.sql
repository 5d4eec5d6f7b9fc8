-- Systems, rights in them, grants of these, and what nobody may hold together.
create table access_grant (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('requested', 'approved', 'granted', 'revoking', 'revoked', 'rejected', 'cancelled', 'expired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  person uuid not null,
  access_right uuid not null,
  system uuid,
  owner uuid,
  kind text not null check (kind in ('standing', 'temporary', 'emergency')),
  reason text not null,
  starts_at timestamptz,
  ends_at timestamptz,
  extra boolean not null,
  separations uuid[] not null,
  conflicts_with uuid[] not null,
  measure text,
  approved_by uuid,
  approved_at timestamptz,
  approval_due_at timestamptz,
  granted_by uuid,
  granted_at timestamptz,
  account text,
  reject_reason text,
  cancel_reason text,
  revoked_by uuid,
  revoking_at timestamptz,
  revoke_reason text,
  removed_by uuid,
  ended_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table access_system (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-use', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  name_en text,
  owner uuid not null,
  components uuid[] not null,
  important boolean not null,
  review_days double precision not null,
  privileged_review_days double precision not null,
  accounts_from text not null check (accounts_from in ('csv', 'directory', 'agent')),
  note text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table access_right (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('offered', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  system uuid not null,
  code text not null,
  name text not null,
  name_en text,
  privileged boolean not null,
  posts uuid[] not null,
  note text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table duty_separation (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  first uuid[] not null,
  second uuid[] not null,
  reason text not null,
  severity text not null check (severity in ('high', 'medium', 'low')),
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table access_grant add constraint access_grant_person_link
  foreign key (person) references person deferrable initially deferred;
alter table access_grant add constraint access_grant_access_right_link
  foreign key (access_right) references access_right deferrable initially deferred;
alter table access_grant add constraint access_grant_system_link
  foreign key (system) references access_system deferrable initially deferred;
alter table access_grant add constraint access_grant_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table access_grant add constraint access_grant_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table access_grant add constraint access_grant_granted_by_link
  foreign key (granted_by) references person deferrable initially deferred;
alter table access_grant add constraint access_grant_revoked_by_link
  foreign key (revoked_by) references person deferrable initially deferred;
alter table access_grant add constraint access_grant_removed_by_link
  foreign key (removed_by) references person deferrable initially deferred;
alter table access_system add constraint access_system_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table access_right add constraint access_right_system_link
  foreign key (system) references access_system deferrable initially deferred;
create index access_grant_by_state on access_grant (state, id desc) include (kind, extra);
create index access_grant_by_created_by on access_grant (created_by, id desc) include (state, kind, extra);
create index access_grant_custom on access_grant using gin (custom jsonb_path_ops) where custom <> '{}';
create index access_grant_by_person on access_grant (person, id desc) include (state, kind, extra);
create index access_grant_by_access_right on access_grant (access_right, id desc) include (state, kind, extra);
create index access_grant_by_system on access_grant (system, id desc) include (state, kind, extra);
create index access_grant_by_owner on access_grant (owner, id desc) include (state, kind, extra);
create index access_grant_by_kind on access_grant (kind, id desc) include (state, extra);
create index access_grant_starts_at_sort on access_grant (starts_at, id);
create index access_grant_by_ends_at on access_grant (ends_at, id desc) include (state, kind, extra);
create index access_grant_ends_at_sort on access_grant (ends_at, id);
create index access_grant_by_extra on access_grant (extra, id desc) include (state, kind);
create index access_grant_by_separations on access_grant using gin (separations);
create index access_grant_by_conflicts_with on access_grant using gin (conflicts_with);
create index access_grant_by_approval_due_at on access_grant (approval_due_at, id desc) include (state, kind, extra);
create index access_grant_by_granted_at on access_grant (granted_at, id desc) include (state, kind, extra);
create index access_grant_granted_at_sort on access_grant (granted_at, id);
create index access_grant_by_revoking_at on access_grant (revoking_at, id desc) include (state, kind, extra);
create index access_grant_by_ended_at on access_grant (ended_at, id desc) include (state, kind, extra);
create index access_grant_ended_at_sort on access_grant (ended_at, id);
create index access_system_by_state on access_system (state, id desc) include (important, accounts_from);
create index access_system_by_created_by on access_system (created_by, id desc) include (state, important, accounts_from);
create index access_system_custom on access_system using gin (custom jsonb_path_ops) where custom <> '{}';
create index access_system_by_code on access_system (code, id desc) include (state, important, accounts_from);
create index access_system_code_sort on access_system (code, id);
create unique index access_system_code_unique on access_system (code);
create index access_system_name_sort on access_system (name, id);
create index access_system_by_owner on access_system (owner, id desc) include (state, important, accounts_from);
create index access_system_by_components on access_system using gin (components);
create index access_system_by_important on access_system (important, id desc) include (state, accounts_from);
create index access_system_by_accounts_from on access_system (accounts_from, id desc) include (state, important);
create index access_right_by_state on access_right (state, id desc) include (privileged);
create index access_right_by_created_by on access_right (created_by, id desc) include (state, privileged);
create index access_right_custom on access_right using gin (custom jsonb_path_ops) where custom <> '{}';
create index access_right_by_system on access_right (system, id desc) include (state, privileged);
create index access_right_by_code on access_right (code, id desc) include (state, privileged);
create index access_right_code_sort on access_right (code, id);
create index access_right_name_sort on access_right (name, id);
create index access_right_by_privileged on access_right (privileged, id desc) include (state);
create index access_right_by_posts on access_right using gin (posts);
create index duty_separation_by_state on duty_separation (state, id desc) include (severity);
create index duty_separation_by_created_by on duty_separation (created_by, id desc) include (state, severity);
create index duty_separation_custom on duty_separation using gin (custom jsonb_path_ops) where custom <> '{}';
create index duty_separation_title_sort on duty_separation (title, id);
create index duty_separation_by_first on duty_separation using gin (first);
create index duty_separation_by_second on duty_separation using gin (second);
create index duty_separation_by_severity on duty_separation (severity, id desc) include (state);
create index duty_separation_severity_sort on duty_separation (severity, id);
alter table access_grant add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("account", ''), 'B')) stored;
comment on column access_grant.search is 'title; account';
create index access_grant_search on access_grant using gin (search) with (gin_pending_list_limit = 64);
alter table access_system add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("name", ''), 'A') || search_terms(coalesce("name_en", ''), 'B')) stored;
comment on column access_system.search is 'code name; nameEn';
create index access_system_search on access_system using gin (search) with (gin_pending_list_limit = 64);
alter table access_right add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A') || search_terms(coalesce("code", '') || ' ' || coalesce("name_en", ''), 'B')) stored;
comment on column access_right.search is 'name; code nameEn';
create index access_right_search on access_right using gin (search) with (gin_pending_list_limit = 64);
alter table duty_separation add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column duty_separation.search is 'title; titleEn';
create index duty_separation_search on duty_separation using gin (search) with (gin_pending_list_limit = 64);
-- A code names one right in a system; a person has a right once at a time, whoever asks at once.
create unique index access_right_code_in_system on access_right (system, code);
create unique index access_grant_held_once on access_grant (person, access_right) where state in ('granted', 'revoking');
-- Who could do what on a day: grants begin and end, and most have ended.
create index access_grant_span_of_person on access_grant (person, granted_at, ended_at) where granted_at is not null;
create index access_grant_span_of_system on access_grant (system, granted_at, ended_at) where granted_at is not null;
