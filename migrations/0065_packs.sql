-- Laws and standards as dated data, and what the firm makes of each of their points.
create table pack (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('off', 'on')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  title text not null,
  title_en text,
  binding text not null check (binding in ('law', 'rule', 'recommended', 'internal')),
  applies_to text not null,
  applies_to_en text,
  source text not null,
  verified text not null check (verified in ('yes', 'partly', 'no')),
  verified_on date,
  reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table obligation (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('in-force', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  pack uuid not null,
  item text not null,
  parent text,
  title text not null,
  title_en text,
  verified text not null check (verified in ('yes', 'partly', 'no')),
  effective_from date not null,
  effective_to date,
  controls jsonb not null,
  clauses jsonb not null,
  applies text not null check (applies in ('unassessed', 'applies', 'partly', 'not-applicable')),
  assessment text,
  changed_on date,
  assessed_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table obligation add constraint obligation_pack_link
  foreign key (pack) references pack deferrable initially deferred;
create index pack_by_state on pack (state, id desc) include (binding, verified);
create index pack_by_created_by on pack (created_by, id desc) include (state, binding, verified);
create index pack_custom on pack using gin (custom jsonb_path_ops) where custom <> '{}';
create index pack_code_sort on pack (code, id);
create unique index pack_code_unique on pack (code);
create index pack_by_binding on pack (binding, id desc) include (state, verified);
create index pack_by_verified on pack (verified, id desc) include (state, binding);
create index obligation_by_state on obligation (state, id desc) include (verified, applies);
create index obligation_by_created_by on obligation (created_by, id desc) include (state, verified, applies);
create index obligation_custom on obligation using gin (custom jsonb_path_ops) where custom <> '{}';
create index obligation_by_pack on obligation (pack, id desc) include (state, verified, applies);
create index obligation_by_verified on obligation (verified, id desc) include (state, applies);
create index obligation_by_applies on obligation (applies, id desc) include (state, verified);
alter table pack add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column pack.search is 'code title; titleEn';
create index pack_search on pack using gin (search) with (gin_pending_list_limit = 64);
alter table obligation add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("item", '') || ' ' || coalesce("title_en", ''), 'B')) stored;
comment on column obligation.search is 'title; item titleEn';
create index obligation_search on obligation using gin (search) with (gin_pending_list_limit = 64);
create unique index obligation_once on obligation (pack, item);
-- What was mapped and assessed is never lost with the law that it was about.
create function forbid_removing_obligation() returns trigger language plpgsql as $$
begin
  raise exception 'an obligation is closed by its date and not removed';
end $$;
create trigger obligation_kept before delete on obligation for each row execute function forbid_removing_obligation();
