-- Risks, the matrix by which they are rated, what was accepted of them, and assessments.
create table risk (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('identified', 'assessed', 'treating', 'monitored', 'accepted', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  category text not null check (category in ('technology', 'operations', 'security', 'supplier', 'people', 'compliance')),
  description text not null,
  causes text,
  owner uuid not null,
  components uuid[] not null,
  assets uuid[] not null,
  services uuid[] not null,
  suppliers uuid[] not null,
  controls jsonb not null,
  matrix uuid,
  inherent_likelihood double precision,
  inherent_impact double precision,
  current_likelihood double precision,
  current_impact double precision,
  residual_likelihood double precision,
  residual_impact double precision,
  inherent_level double precision,
  current_level double precision,
  residual_level double precision,
  assessed_at timestamptz,
  treatment text check (treatment in ('avoid', 'reduce', 'transfer', 'accept')),
  plan text,
  due_on date,
  review_on date,
  acceptance uuid,
  accepted_until timestamptz,
  close_reason text,
  closed_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table risk_acceptance (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('requested', 'granted', 'refused', 'withdrawn', 'voided', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  risk uuid not null,
  decider uuid not null,
  ends_at timestamptz not null,
  reason text not null,
  measures text,
  owner uuid,
  level double precision,
  matrix uuid,
  content jsonb not null,
  digest text,
  up_to double precision,
  granted_by uuid,
  granted_at timestamptz,
  refuse_reason text,
  ended_because text check (ended_because in ('expired', 'revoked', 'changed', 'reassessed', 'closed')),
  end_reason text,
  ended_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table risk_assessment (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'approved', 'dropped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  components uuid[] not null,
  scope text,
  method text not null,
  held_on date not null,
  risks uuid[] not null,
  conclusion text not null,
  matrix uuid,
  approved_by uuid,
  approved_at timestamptz,
  return_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table risk_matrix (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-force', 'superseded', 'dropped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  title_en text,
  likelihoods jsonb not null,
  impacts jsonb not null,
  levels jsonb not null,
  grid jsonb not null,
  reason text not null,
  edition double precision,
  approved_by uuid,
  in_force_from timestamptz,
  in_force_to timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table risk add constraint risk_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table risk add constraint risk_matrix_link
  foreign key (matrix) references risk_matrix deferrable initially deferred;
alter table risk add constraint risk_acceptance_link
  foreign key (acceptance) references risk_acceptance deferrable initially deferred;
alter table risk_acceptance add constraint risk_acceptance_risk_link
  foreign key (risk) references risk deferrable initially deferred;
alter table risk_acceptance add constraint risk_acceptance_decider_link
  foreign key (decider) references person deferrable initially deferred;
alter table risk_acceptance add constraint risk_acceptance_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table risk_acceptance add constraint risk_acceptance_matrix_link
  foreign key (matrix) references risk_matrix deferrable initially deferred;
alter table risk_acceptance add constraint risk_acceptance_granted_by_link
  foreign key (granted_by) references person deferrable initially deferred;
alter table risk_assessment add constraint risk_assessment_matrix_link
  foreign key (matrix) references risk_matrix deferrable initially deferred;
alter table risk_assessment add constraint risk_assessment_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
alter table risk_matrix add constraint risk_matrix_approved_by_link
  foreign key (approved_by) references person deferrable initially deferred;
create index risk_by_state on risk (state, id desc) include (category, treatment);
create index risk_by_created_by on risk (created_by, id desc) include (state, category, treatment);
create index risk_custom on risk using gin (custom jsonb_path_ops) where custom <> '{}';
create index risk_title_sort on risk (title, id);
create index risk_by_category on risk (category, id desc) include (state, treatment);
create index risk_by_owner on risk (owner, id desc) include (state, category, treatment);
create index risk_by_components on risk using gin (components);
create index risk_by_assets on risk using gin (assets);
create index risk_by_services on risk using gin (services);
create index risk_by_suppliers on risk using gin (suppliers);
create index risk_by_matrix on risk (matrix, id desc) include (state, category, treatment);
create index risk_by_inherent_likelihood on risk (inherent_likelihood, id desc) include (state, category, treatment);
create index risk_by_inherent_impact on risk (inherent_impact, id desc) include (state, category, treatment);
create index risk_by_current_likelihood on risk (current_likelihood, id desc) include (state, category, treatment);
create index risk_by_current_impact on risk (current_impact, id desc) include (state, category, treatment);
create index risk_by_residual_likelihood on risk (residual_likelihood, id desc) include (state, category, treatment);
create index risk_by_residual_impact on risk (residual_impact, id desc) include (state, category, treatment);
create index risk_by_inherent_level on risk (inherent_level, id desc) include (state, category, treatment);
create index risk_inherent_level_sort on risk (inherent_level, id);
create index risk_by_current_level on risk (current_level, id desc) include (state, category, treatment);
create index risk_current_level_sort on risk (current_level, id);
create index risk_by_residual_level on risk (residual_level, id desc) include (state, category, treatment);
create index risk_residual_level_sort on risk (residual_level, id);
create index risk_assessed_at_sort on risk (assessed_at, id);
create index risk_by_treatment on risk (treatment, id desc) include (state, category);
create index risk_by_due_on on risk (due_on, id desc) include (state, category, treatment);
create index risk_due_on_sort on risk (due_on, id);
create index risk_by_review_on on risk (review_on, id desc) include (state, category, treatment);
create index risk_review_on_sort on risk (review_on, id);
create index risk_by_acceptance on risk (acceptance, id desc) include (state, category, treatment);
create index risk_by_accepted_until on risk (accepted_until, id desc) include (state, category, treatment);
create index risk_accepted_until_sort on risk (accepted_until, id);
create index risk_closed_at_sort on risk (closed_at, id);
create index risk_acceptance_by_state on risk_acceptance (state, id desc);
create index risk_acceptance_by_created_by on risk_acceptance (created_by, id desc) include (state);
create index risk_acceptance_custom on risk_acceptance using gin (custom jsonb_path_ops) where custom <> '{}';
create index risk_acceptance_by_risk on risk_acceptance (risk, id desc) include (state);
create index risk_acceptance_by_decider on risk_acceptance (decider, id desc) include (state);
create index risk_acceptance_by_ends_at on risk_acceptance (ends_at, id desc) include (state);
create index risk_acceptance_ends_at_sort on risk_acceptance (ends_at, id);
create index risk_acceptance_by_owner on risk_acceptance (owner, id desc) include (state);
create index risk_acceptance_by_level on risk_acceptance (level, id desc) include (state);
create index risk_acceptance_level_sort on risk_acceptance (level, id);
create index risk_acceptance_granted_at_sort on risk_acceptance (granted_at, id);
create index risk_assessment_by_state on risk_assessment (state, id desc);
create index risk_assessment_by_created_by on risk_assessment (created_by, id desc) include (state);
create index risk_assessment_custom on risk_assessment using gin (custom jsonb_path_ops) where custom <> '{}';
create index risk_assessment_title_sort on risk_assessment (title, id);
create index risk_assessment_by_components on risk_assessment using gin (components);
create index risk_assessment_by_held_on on risk_assessment (held_on, id desc) include (state);
create index risk_assessment_held_on_sort on risk_assessment (held_on, id);
create index risk_assessment_by_risks on risk_assessment using gin (risks);
create index risk_assessment_by_approved_by on risk_assessment (approved_by, id desc) include (state);
create index risk_assessment_by_approved_at on risk_assessment (approved_at, id desc) include (state);
create index risk_assessment_approved_at_sort on risk_assessment (approved_at, id);
create index risk_matrix_by_state on risk_matrix (state, id desc);
create index risk_matrix_by_created_by on risk_matrix (created_by, id desc) include (state);
create index risk_matrix_custom on risk_matrix using gin (custom jsonb_path_ops) where custom <> '{}';
create index risk_matrix_title_sort on risk_matrix (title, id);
create index risk_matrix_edition_sort on risk_matrix (edition, id);
create index risk_matrix_in_force_from_sort on risk_matrix (in_force_from, id);
alter table risk add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("description", ''), 'B')) stored;
comment on column risk.search is 'title; description';
create index risk_search on risk using gin (search) with (gin_pending_list_limit = 64);
alter table risk_acceptance add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column risk_acceptance.search is 'title';
create index risk_acceptance_search on risk_acceptance using gin (search) with (gin_pending_list_limit = 64);
alter table risk_assessment add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column risk_assessment.search is 'title';
create index risk_assessment_search on risk_assessment using gin (search) with (gin_pending_list_limit = 64);
alter table risk_matrix add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("title_en", ''), 'B')) stored;
comment on column risk_matrix.search is 'title; titleEn';
create index risk_matrix_search on risk_matrix using gin (search) with (gin_pending_list_limit = 64);
-- One matrix is in force; while one takes the place of another both stand until the transaction ends.
alter table risk_matrix add constraint risk_matrix_one_in_force
  exclude using btree (state with =) where (state = 'in-force') deferrable initially deferred;
-- Of a risk one acceptance is asked for and one is in force.
create unique index risk_acceptance_requested on risk_acceptance (risk) where state = 'requested';
create unique index risk_acceptance_granted on risk_acceptance (risk) where state = 'granted';
-- Acceptances whose end has come.
create index risk_acceptance_ending on risk_acceptance (ends_at) where state = 'granted';
