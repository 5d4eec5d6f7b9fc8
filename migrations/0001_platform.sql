-- What the engine itself keeps. Records' own tables follow in later files.

do $$ begin
  create role touchstone_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
grant touchstone_app to current_user;
grant usage on schema public to touchstone_app;
alter default privileges in schema public grant select, insert, update, delete on tables to touchstone_app;
alter default privileges in schema public grant usage, select on sequences to touchstone_app;

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- The journal: who changed what, from what, to what, when, from where. Append only, a digest chain per record.
-- (A sequence of its own: partitioned tables have identity columns only since PostgreSQL 17.)
create sequence journal_id;
create table journal (
  id bigint not null default nextval('journal_id'),
  at timestamptz not null,
  record text not null,
  record_id uuid not null,
  n int not null,
  verb text not null,
  actor uuid,
  actor_name text not null,
  via text not null,
  changes jsonb not null,
  prev bytea not null,
  digest bytea not null,
  primary key (id, at)
) partition by range (at);
create index journal_record on journal (record_id, n desc);
create table journal_earlier partition of journal default;
create trigger journal_append_only before update or delete on journal for each row execute function forbid_change();
create trigger journal_no_truncate before truncate on journal execute function forbid_change();

-- Entries not yet under a seal. A late commit simply waits for the next seal, whatever its id.
create table journal_pending (entry bigint primary key);

create table journal_seal (
  id int generated always as identity primary key,
  at timestamptz not null,
  entries int8multirange not null,
  count int not null,
  root bytea not null,
  prev bytea not null,
  digest bytea not null
);
create trigger journal_seal_append_only before update or delete on journal_seal
  for each row execute function forbid_change();
create trigger journal_seal_no_truncate before truncate on journal_seal execute function forbid_change();

create table signature (
  id uuid primary key,
  record text not null,
  record_id uuid not null,
  verb text not null,
  person uuid not null,
  at timestamptz not null,
  method text not null,
  shown jsonb not null,
  digest bytea not null
);
create index signature_record on signature (record_id, at);
create trigger signature_append_only before update or delete on signature
  for each row execute function forbid_change();
create trigger signature_no_truncate before truncate on signature execute function forbid_change();

revoke update, delete, truncate on journal, journal_earlier, journal_seal, signature from touchstone_app;

-- Monthly partitions of what is append only, made ahead; the app may ask for them and cannot make them by itself. A month
-- whose rows came before its partition, as when a clock ran ahead, stays in the default one.
create function ensure_month_partitions(parent regclass, months_ahead int) returns void
language plpgsql security definer set search_path = public as $$
declare
  month date := date_trunc('month', now() at time zone 'UTC')::date;
  part text;
begin
  for i in 0..months_ahead loop
    part := parent::text || '_' || to_char(month + make_interval(months => i), 'YYYYMM');
    continue when to_regclass(part) is not null;
    begin
      execute format('create table %I partition of %s for values from (%L) to (%L)', part, parent,
        (month + make_interval(months => i))::date || ' 00:00:00+00',
        (month + make_interval(months => i + 1))::date || ' 00:00:00+00');
      execute format('revoke update, delete, truncate on %I from touchstone_app', part);
    exception when check_violation then null;
    end;
  end loop;
end $$;
select ensure_month_partitions('journal', 2);

create table comment (
  id uuid primary key,
  record text not null,
  record_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  text text not null
);
create index comment_record on comment (record_id, at);

create table link (
  id uuid primary key,
  kind text not null,
  from_record text not null,
  from_id uuid not null,
  to_record text not null,
  to_id uuid not null,
  at timestamptz not null,
  by uuid,
  unique (from_id, kind, to_id)
);
create index link_to on link (to_id);

create table number_counter (
  prefix text not null,
  month text not null,
  value int not null,
  primary key (prefix, month)
);

-- A repeated request with the same key answers what the first one made.
create table idempotency (
  person uuid not null,
  key text not null,
  at timestamptz not null,
  request bytea not null,
  record text not null,
  record_id uuid not null,
  primary key (person, key)
);
create index idempotency_at on idempotency (at);

-- Sign-in. A person may have several accounts and stays one person.
create table account (
  id uuid primary key,
  person uuid not null,
  login text not null unique,
  password_hash text not null,
  totp_secret text,
  totp_step bigint,
  disabled_at timestamptz,
  demo boolean not null default false,
  created_at timestamptz not null
);
create index account_person on account (person);

create table session (
  id bytea primary key,
  account uuid not null references account,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ip text not null,
  agent text not null
);
create index session_account on session (account);
create index session_expires on session (expires_at);

create table api_token (
  id uuid primary key,
  account uuid not null references account,
  name text not null,
  digest bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_account on api_token (account);

create table sign_in_failure (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  login text not null,
  ip text not null
);
create index sign_in_failure_login on sign_in_failure (login, at);
create index sign_in_failure_ip on sign_in_failure (ip, at);

create table setting (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null
);
create sequence server_copy;
