-- Audits of the rules: what is planned, each audit with its checklist, what was found, and the areas that all of it is to cover.
create table rule_area (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('required', 'left-out')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  name_en text,
  owner uuid,
  in_force double precision not null,
  last_audit uuid,
  audited_at timestamptz,
  left_out_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table audit_plan (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'approved', 'closed', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  year double precision not null,
  areas jsonb not null,
  auditors uuid[] not null,
  purpose text not null,
  return_reason text,
  approved_by uuid,
  approved_at timestamptz,
  withdraw_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table audit (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('planned', 'in-preparation', 'fieldwork', 'reporting', 'reported', 'closed', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  plan uuid,
  areas jsonb not null,
  policies uuid[] not null,
  as_of date not null,
  starts_on date not null,
  ends_on date not null,
  lead uuid not null,
  team uuid[] not null,
  auditors uuid[] not null,
  scope text,
  sample_size double precision,
  seed text,
  opened_at timestamptz,
  conclusion text,
  reported_at timestamptz,
  reported_by uuid,
  report jsonb,
  digest text,
  response text,
  responded_by uuid,
  responded_at timestamptz,
  cancel_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table audit_item (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('open', 'judged')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  audit uuid not null,
  position double precision not null,
  policy uuid not null,
  area text not null,
  clause text not null,
  heading text not null,
  heading_en text,
  text text not null,
  text_en text,
  control text,
  stood text not null check (stood in ('broken', 'no-evidence', 'excepted', 'kept', 'manual')),
  kept double precision not null,
  broken double precision not null,
  excepted double precision not null,
  unknown double precision not null,
  sample jsonb not null,
  auditors uuid[] not null,
  result text check (result in ('conforming', 'nonconforming', 'observation', 'not-applicable')),
  note text,
  judged_by uuid,
  judged_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table finding (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('open', 'corrective-action', 'done', 'verified', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  description text not null,
  grade text not null check (grade in ('major', 'minor', 'observation')),
  source text not null check (source in ('hand', 'audit', 'control')),
  audit uuid,
  item uuid,
  control text,
  subjects jsonb not null,
  subject_ids jsonb not null,
  area text check (area in ('governance', 'assets', 'security', 'continuity', 'service', 'change', 'projects', 'suppliers', 'operations', 'business', 'people')),
  policy uuid,
  clause text,
  owner uuid not null,
  answer_by date,
  cause text,
  corrective_action text,
  due date,
  outcome text,
  done_by uuid,
  done_at timestamptz,
  return_reason text,
  verification text,
  verified_by uuid,
  verified_at timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  repeat_of uuid,
  reopened double precision not null,
  reopen_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table rule_area add constraint rule_area_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table rule_area add constraint rule_area_last_audit_link
  foreign key (last_audit) references audit deferrable initially deferred;
alter table audit_plan add constraint audit_plan_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table audit add constraint audit_plan_link
  foreign key (plan) references audit_plan deferrable initially deferred;
alter table audit add constraint audit_lead_link
  foreign key (lead) references person deferrable initially deferred;
alter table audit add constraint audit_reported_by_link
  foreign key (reported_by) references person deferrable initially deferred;
alter table audit add constraint audit_responded_by_link
  foreign key (responded_by) references person deferrable initially deferred;
alter table audit_item add constraint audit_item_audit_link
  foreign key (audit) references audit deferrable initially deferred;
alter table audit_item add constraint audit_item_policy_link
  foreign key (policy) references policy deferrable initially deferred;
alter table audit_item add constraint audit_item_judged_by_link
  foreign key (judged_by) references person deferrable initially deferred;
alter table finding add constraint finding_audit_link
  foreign key (audit) references audit deferrable initially deferred;
alter table finding add constraint finding_item_link
  foreign key (item) references audit_item deferrable initially deferred;
alter table finding add constraint finding_policy_link
  foreign key (policy) references policy deferrable initially deferred;
alter table finding add constraint finding_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table finding add constraint finding_done_by_link
  foreign key (done_by) references person deferrable initially deferred;
alter table finding add constraint finding_verified_by_link
  foreign key (verified_by) references person deferrable initially deferred;
alter table finding add constraint finding_closed_by_link
  foreign key (closed_by) references person deferrable initially deferred;
alter table finding add constraint finding_repeat_of_link
  foreign key (repeat_of) references finding deferrable initially deferred;
create index rule_area_by_state on rule_area (state, id desc);
create index rule_area_by_created_by on rule_area (created_by, id desc) include (state);
create index rule_area_custom on rule_area using gin (custom jsonb_path_ops) where custom <> '{}';
create unique index rule_area_code_unique on rule_area (code);
create index rule_area_by_owner on rule_area (owner, id desc) include (state);
create index rule_area_by_last_audit on rule_area (last_audit, id desc) include (state);
create index rule_area_audited_at_sort on rule_area (audited_at, id);
create index audit_plan_by_state on audit_plan (state, id desc);
create index audit_plan_by_created_by on audit_plan (created_by, id desc) include (state);
create index audit_plan_custom on audit_plan using gin (custom jsonb_path_ops) where custom <> '{}';
create index audit_plan_by_year on audit_plan (year, id desc) include (state);
create index audit_plan_year_sort on audit_plan (year, id);
create index audit_by_state on audit (state, id desc);
create index audit_by_created_by on audit (created_by, id desc) include (state);
create index audit_custom on audit using gin (custom jsonb_path_ops) where custom <> '{}';
create index audit_by_plan on audit (plan, id desc) include (state);
create index audit_by_as_of on audit (as_of, id desc) include (state);
create index audit_as_of_sort on audit (as_of, id);
create index audit_by_starts_on on audit (starts_on, id desc) include (state);
create index audit_starts_on_sort on audit (starts_on, id);
create index audit_by_lead on audit (lead, id desc) include (state);
create index audit_by_auditors on audit using gin (auditors);
create index audit_reported_at_sort on audit (reported_at, id);
create index audit_item_by_state on audit_item (state, id desc) include (stood, result);
create index audit_item_by_created_by on audit_item (created_by, id desc) include (state, stood, result);
create index audit_item_custom on audit_item using gin (custom jsonb_path_ops) where custom <> '{}';
create index audit_item_by_audit on audit_item (audit, id desc) include (state, stood, result);
create index audit_item_position_sort on audit_item (position, id);
create index audit_item_by_policy on audit_item (policy, id desc) include (state, stood, result);
create index audit_item_by_area on audit_item (area, id desc) include (state, stood, result);
create index audit_item_by_control on audit_item (control, id desc) include (state, stood, result);
create index audit_item_by_stood on audit_item (stood, id desc) include (state, result);
create index audit_item_by_result on audit_item (result, id desc) include (state, stood);
create index audit_item_by_judged_by on audit_item (judged_by, id desc) include (state, stood, result);
create index finding_by_state on finding (state, id desc) include (grade, source, area);
create index finding_by_created_by on finding (created_by, id desc) include (state, grade, source, area);
create index finding_custom on finding using gin (custom jsonb_path_ops) where custom <> '{}';
create index finding_by_grade on finding (grade, id desc) include (state, source, area);
create index finding_grade_sort on finding (grade, id);
create index finding_by_source on finding (source, id desc) include (state, grade, area);
create index finding_by_audit on finding (audit, id desc) include (state, grade, source, area);
create index finding_by_item on finding (item, id desc) include (state, grade, source, area);
create index finding_by_control on finding (control, id desc) include (state, grade, source, area);
create index finding_by_area on finding (area, id desc) include (state, grade, source);
create index finding_by_policy on finding (policy, id desc) include (state, grade, source, area);
create index finding_by_owner on finding (owner, id desc) include (state, grade, source, area);
create index finding_by_answer_by on finding (answer_by, id desc) include (state, grade, source, area);
create index finding_answer_by_sort on finding (answer_by, id);
create index finding_by_due on finding (due, id desc) include (state, grade, source, area);
create index finding_due_sort on finding (due, id);
create index finding_by_verified_by on finding (verified_by, id desc) include (state, grade, source, area);
create index finding_closed_at_sort on finding (closed_at, id);
create index finding_by_repeat_of on finding (repeat_of, id desc) include (state, grade, source, area);
create index finding_by_reopened on finding (reopened, id desc) include (state, grade, source, area);
alter table rule_area add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("name", ''), 'A') || search_terms(coalesce("name_en", ''), 'B')) stored;
comment on column rule_area.search is 'code name; nameEn';
create index rule_area_search on rule_area using gin (search) with (gin_pending_list_limit = 64);
alter table audit_plan add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column audit_plan.search is 'title; titleEn';
create index audit_plan_search on audit_plan using gin (search) with (gin_pending_list_limit = 64);
alter table audit add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column audit.search is 'title; titleEn';
create index audit_search on audit using gin (search) with (gin_pending_list_limit = 64);
alter table audit_item add column search tsvector generated always as (search_terms(coalesce("heading", ''), 'A') || search_terms(coalesce("heading_en", '') || ' ' || coalesce("control", ''), 'B')) stored;
comment on column audit_item.search is 'heading; headingEn control';
create index audit_item_search on audit_item using gin (search) with (gin_pending_list_limit = 64);
alter table finding add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("control", ''), 'B')) stored;
comment on column finding.search is 'title; control';
create index finding_search on finding using gin (search) with (gin_pending_list_limit = 64);
-- Nobody approves the plan that they drew up.
alter table audit_plan add constraint audit_plan_two_people check (approved_by is null or approved_by <> created_by);
-- A checklist is drawn once.
create unique index audit_item_once on audit_item (audit, position);
-- Whoever did it does not say that it is done well.
alter table finding add constraint finding_two_people
  check (verified_by is null or (verified_by <> owner and verified_by is distinct from done_by));
