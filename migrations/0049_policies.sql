-- Policies, what a firm sets of its controls, and what is excepted from them.
create table policy (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'approved', 'effective', 'superseded', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  edition double precision not null,
  title text not null,
  title_en text,
  area text not null check (area in ('governance', 'assets', 'security', 'continuity', 'service', 'change', 'projects', 'suppliers', 'operations', 'business', 'people')),
  owner uuid not null,
  purpose text not null,
  purpose_en text,
  scope text not null,
  scope_en text,
  clauses jsonb not null,
  effective_on date,
  review_every double precision not null,
  review_on date,
  based_on uuid,
  return_reason text,
  approved_by uuid,
  approved_at timestamptz,
  digest text,
  withdraw_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table control_exception (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('requested', 'granted', 'refused', 'lifted', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  control text not null,
  subjects jsonb not null,
  subject_ids jsonb not null,
  reason text not null,
  measure text not null,
  owner uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  renews uuid,
  renewals double precision not null,
  granted_by uuid,
  granted_at timestamptz,
  refuse_reason text,
  lift_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table control_setting (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('proposed', 'approved', 'in-force', 'superseded', 'refused')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  control text not null,
  values jsonb not null,
  reason text not null,
  effective_on date not null,
  approved_by uuid,
  approved_at timestamptz,
  refuse_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table policy add constraint policy_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table policy add constraint policy_based_on_link
  foreign key (based_on) references policy deferrable initially deferred;
alter table policy add constraint policy_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table control_exception add constraint control_exception_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table control_exception add constraint control_exception_renews_link
  foreign key (renews) references control_exception deferrable initially deferred;
alter table control_exception add constraint control_exception_granted_by_link
  foreign key (granted_by) references person deferrable initially deferred;
alter table control_setting add constraint control_setting_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
create index policy_by_state on policy (state, id desc) include (area);
create index policy_by_created_by on policy (created_by, id desc) include (state, area);
create index policy_custom on policy using gin (custom jsonb_path_ops) where custom <> '{}';
create index policy_by_code on policy (code, id desc) include (state, area);
create index policy_code_sort on policy (code, id);
create index policy_edition_sort on policy (edition, id);
create index policy_title_sort on policy (title, id);
create index policy_by_area on policy (area, id desc) include (state);
create index policy_by_owner on policy (owner, id desc) include (state, area);
create index policy_by_effective_on on policy (effective_on, id desc) include (state, area);
create index policy_effective_on_sort on policy (effective_on, id);
create index policy_by_review_on on policy (review_on, id desc) include (state, area);
create index policy_review_on_sort on policy (review_on, id);
create index control_exception_by_state on control_exception (state, id desc);
create index control_exception_by_created_by on control_exception (created_by, id desc) include (state);
create index control_exception_custom on control_exception using gin (custom jsonb_path_ops) where custom <> '{}';
create index control_exception_by_control on control_exception (control, id desc) include (state);
create index control_exception_control_sort on control_exception (control, id);
create index control_exception_by_owner on control_exception (owner, id desc) include (state);
create index control_exception_starts_at_sort on control_exception (starts_at, id);
create index control_exception_by_ends_at on control_exception (ends_at, id desc) include (state);
create index control_exception_ends_at_sort on control_exception (ends_at, id);
create index control_exception_by_renews on control_exception (renews, id desc) include (state);
create index control_setting_by_state on control_setting (state, id desc);
create index control_setting_by_created_by on control_setting (created_by, id desc) include (state);
create index control_setting_custom on control_setting using gin (custom jsonb_path_ops) where custom <> '{}';
create index control_setting_by_control on control_setting (control, id desc) include (state);
create index control_setting_control_sort on control_setting (control, id);
create index control_setting_by_effective_on on control_setting (effective_on, id desc) include (state);
create index control_setting_effective_on_sort on control_setting (effective_on, id);
alter table policy add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("code", '') || ' ' || coalesce("title_en", ''), 'B')) stored;
comment on column policy.search is 'title; code titleEn';
create index policy_search on policy using gin (search) with (gin_pending_list_limit = 64);
alter table control_exception add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("control", ''), 'B')) stored;
comment on column control_exception.search is 'title; control';
create index control_exception_search on control_exception using gin (search) with (gin_pending_list_limit = 64);
alter table control_setting add column search tsvector generated always as (search_terms(coalesce("control", ''), 'A')) stored;
comment on column control_setting.search is 'control';
create index control_setting_search on control_setting using gin (search) with (gin_pending_list_limit = 64);
-- What was approved is never said otherwise, whoever writes; that its digest was taken away `verify` would tell.
create function forbid_changed_policy() returns trigger language plpgsql as $$
begin
  if old.digest is not null and ((new.digest is not null and new.digest <> old.digest)
    or (new.code, new.edition, new.title, new.title_en, new.purpose, new.purpose_en, new.scope, new.scope_en, new.clauses)
      is distinct from (old.code, old.edition, old.title, old.title_en, old.purpose, old.purpose_en, old.scope, old.scope_en,
      old.clauses)) then
    raise exception 'the text of an approved policy is not changed';
  end if;
  return new;
end $$;
create trigger policy_text_kept before update on policy for each row execute function forbid_changed_policy();
create unique index policy_edition_once on policy (code, edition) where state <> 'withdrawn';
create unique index policy_in_effect_once on policy (code) where state = 'effective';
alter table policy add constraint policy_two_people check (approved_by is null or approved_by <> created_by);
alter table control_setting add constraint control_setting_two_people check (approved_by is null or approved_by <> created_by);
alter table control_exception add constraint control_exception_two_people
  check (granted_by is null or (granted_by <> created_by and granted_by <> owner));
alter table control_exception add constraint control_exception_ends
  check (ends_at > starts_at and ends_at <= starts_at + interval '180 days');
alter table control_exception add constraint control_exception_renewals check (renewals <= 2);
-- Which exceptions to a control are live, asked at every judgement.
create index control_exception_live on control_exception (control, ends_at) where state = 'granted';
