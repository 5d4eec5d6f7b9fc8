-- Sign-in: the ways in, second factors, what is half done, what tokens may do, and the firm's own directory.

alter table account alter column password_hash drop not null; -- whoever comes in by the firm's account has none of ours

alter table session add column way text not null default 'password'
  check (way in ('password', 'password+code', 'password+passkey', 'passkey', 'directory', 'directory+code', 'directory+passkey', 'firm'));
alter table session alter column way drop default;

-- What a token may do: `read`, `write`, or records one by one (`incident:read`).
alter table api_token add column scope text[] not null default '{write}' check (cardinality(scope) > 0);
alter table api_token alter column scope drop default;

-- What proves a signature to whoever doubts it later: of a passkey, what the authenticator signed.
alter table signature add column evidence jsonb;

-- Who somebody is elsewhere, by that place's own immutable id: an OIDC issuer and subject, a directory's entryUUID or
-- objectGUID. Names and mail addresses change hands; these do not.
create table identity (
  provider text not null,
  subject text not null,
  account uuid not null references account,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (provider, subject)
);
create index identity_account on identity (account);

create table passkey (
  id uuid primary key,
  account uuid not null references account,
  credential text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on passkey (account);

create table recovery_code (
  account uuid not null references account,
  digest bytea not null,
  used_at timestamptz,
  primary key (account, digest)
);

-- What is half done and serves once: a second step, a passkey's challenge, a visit to the firm's sign-in.
create table sign_in_step (
  id bytea primary key,
  kind text not null,
  account uuid references account,
  content jsonb not null,
  expires_at timestamptz not null
);
create index sign_in_step_expires on sign_in_step (expires_at);

-- What each look into the directory came to.
create table directory_sync (
  id uuid primary key,
  at timestamptz not null,
  by uuid,
  outcome text not null check (outcome in ('done', 'stopped', 'failed')),
  seen int not null,
  created int not null,
  changed int not null,
  gone int not null,
  clashes jsonb not null
);

create table directory_group (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  dn text not null,
  role uuid,
  team uuid,
  note text,
  journal_n int not null,
  journal_head bytea not null
);
alter table directory_group add constraint directory_group_dn_unique unique (dn);
create index directory_group_by_state on directory_group (state, id desc);
create index directory_group_by_created_by on directory_group (created_by, id desc) include (state);
create index directory_group_by_role on directory_group (role, id desc) include (state);
create index directory_group_by_team on directory_group (team, id desc) include (state);
alter table directory_group add column search tsvector generated always as (search_terms(coalesce("dn", ''), 'A')) stored;
comment on column directory_group.search is 'dn';
create index directory_group_search on directory_group using gin (search) with (fastupdate = off);

-- Whoever holds such a role signs in with two factors.
alter table role add column second_factor boolean not null default false;
alter table role alter column second_factor drop default;
