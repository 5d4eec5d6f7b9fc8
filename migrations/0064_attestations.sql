-- What somebody attests of a clause that no record can prove.
create table attestation (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('due', 'attested', 'stale', 'out-asked', 'out-of-scope', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  policy_code text not null,
  clause text not null,
  title text not null,
  title_en text,
  statement text not null,
  statement_en text,
  attester uuid not null,
  every double precision not null,
  due_on date not null,
  remind_on date,
  finding text,
  attested_by uuid,
  attested_at timestamptz,
  out_reason text,
  out_until date,
  out_by uuid,
  out_agreed_by uuid,
  retire_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table attestation add constraint attestation_attester_link
  foreign key (attester) references person deferrable initially deferred;
alter table attestation add constraint attestation_attested_by_link
  foreign key (attested_by) references person deferrable initially deferred;
alter table attestation add constraint attestation_out_by_link
  foreign key (out_by) references person deferrable initially deferred;
alter table attestation add constraint attestation_out_agreed_by_link
  foreign key (out_agreed_by) references person deferrable initially deferred;
create index attestation_by_state on attestation (state, id desc);
create index attestation_by_created_by on attestation (created_by, id desc) include (state);
create index attestation_custom on attestation using gin (custom jsonb_path_ops) where custom <> '{}';
create index attestation_by_policy_code on attestation (policy_code, id desc) include (state);
create index attestation_policy_code_sort on attestation (policy_code, id);
create index attestation_by_attester on attestation (attester, id desc) include (state);
create index attestation_by_due_on on attestation (due_on, id desc) include (state);
create index attestation_due_on_sort on attestation (due_on, id);
create index attestation_by_remind_on on attestation (remind_on, id desc) include (state);
create index attestation_attested_at_sort on attestation (attested_at, id);
create index attestation_by_out_until on attestation (out_until, id desc) include (state);
alter table attestation add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("policy_code", '') || ' ' || coalesce("title_en", ''), 'B')) stored;
comment on column attestation.search is 'title; policyCode titleEn';
create index attestation_search on attestation using gin (search) with (gin_pending_list_limit = 64);
create unique index attestation_once on attestation (policy_code, clause) where state <> 'retired';
alter table attestation add constraint attestation_two_people check (out_agreed_by is null or out_agreed_by <> out_by);
