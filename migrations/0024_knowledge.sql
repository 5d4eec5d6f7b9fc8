-- Why incidents happen, and what helps until they happen no more.
create table problem (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('logged', 'analysed', 'known-error', 'fix-in-change', 'solved', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  description text,
  priority text not null check (priority in ('high', 'medium', 'low')),
  component uuid,
  service uuid,
  incidents uuid[] not null,
  occurrences double precision not null,
  signature text,
  team uuid,
  owner uuid,
  whys jsonb not null,
  fishbone jsonb not null,
  root_cause text,
  workaround text,
  fix text,
  close_reason text,
  solved_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
-- What helps, written once.
create table article (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-review', 'published', 'due-for-review', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  body text not null,
  category text not null check (category in ('account', 'trading', 'market-data', 'funds', 'network', 'office', 'other')),
  audience text not null check (audience in ('everyone', 'departments', 'desk')),
  departments uuid[] not null,
  language text not null check (language in ('zh', 'en')),
  owner uuid not null,
  service uuid,
  component uuid,
  incidents uuid[] not null,
  valid_from date,
  valid_to date,
  review_every double precision not null,
  review_on date,
  edition double precision not null,
  revision text,
  revised_by uuid,
  recalled_by uuid,
  return_reason text,
  published_by uuid,
  published_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
-- What each reader says of an article.
create table article_feedback (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('given')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  article uuid not null,
  person uuid not null,
  verdict text not null check (verdict in ('solved', 'helpful', 'not-helpful')),
  asked text,
  words text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
-- What people are asked.
create table survey (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'open', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  kind text not null check (kind in ('after-closing', 'periodic')),
  service uuid,
  questions jsonb not null,
  "to" jsonb not null,
  naming text not null check (naming in ('named', 'anonymous')),
  open_days double precision not null,
  opened_at timestamptz,
  ended_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
-- What each of them was asked, and answered.
create table survey_answer (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('invited', 'answered', 'expired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  survey uuid not null,
  person uuid not null,
  incident uuid,
  service uuid,
  team uuid,
  handler uuid,
  naming text not null check (naming in ('named', 'anonymous')),
  expires_at timestamptz not null,
  questions jsonb not null,
  answers jsonb not null,
  grade double precision,
  answered_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table problem add constraint problem_component_link
  foreign key (component) references component deferrable initially deferred;
alter table problem add constraint problem_service_link
  foreign key (service) references service deferrable initially deferred;
alter table problem add constraint problem_team_link
  foreign key (team) references team deferrable initially deferred;
alter table problem add constraint problem_owner_link
  foreign key (owner) references person deferrable initially deferred;
create index problem_by_state on problem (state, id desc) include (priority);
create index problem_by_created_by on problem (created_by, id desc) include (state, priority);
create index problem_custom on problem using gin (custom jsonb_path_ops) where custom <> '{}';
create index problem_by_priority on problem (priority, id desc) include (state);
create index problem_priority_sort on problem (priority, id);
create index problem_by_component on problem (component, id desc) include (state, priority);
create index problem_by_service on problem (service, id desc) include (state, priority);
create index problem_by_incidents on problem using gin (incidents);
create index problem_occurrences_sort on problem (occurrences, id);
create index problem_by_signature on problem (signature, id desc) include (state, priority);
create index problem_by_team on problem (team, id desc) include (state, priority);
create index problem_by_owner on problem (owner, id desc) include (state, priority);
alter table problem add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("workaround", ''), 'B')) stored;
comment on column problem.search is 'title; workaround';
create index problem_search on problem using gin (search) with (fastupdate = off);
alter table article add constraint article_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table article add constraint article_service_link
  foreign key (service) references service deferrable initially deferred;
alter table article add constraint article_component_link
  foreign key (component) references component deferrable initially deferred;
alter table article add constraint article_revised_by_link
  foreign key (revised_by) references person deferrable initially deferred;
alter table article add constraint article_recalled_by_link
  foreign key (recalled_by) references person deferrable initially deferred;
alter table article add constraint article_published_by_link
  foreign key (published_by) references person deferrable initially deferred;
create index article_by_state on article (state, id desc) include (category, audience, language);
create index article_by_created_by on article (created_by, id desc) include (state, category, audience, language);
create index article_custom on article using gin (custom jsonb_path_ops) where custom <> '{}';
create index article_title_sort on article (title, id);
create index article_by_category on article (category, id desc) include (state, audience, language);
create index article_by_audience on article (audience, id desc) include (state, category, language);
create index article_by_language on article (language, id desc) include (state, category, audience);
create index article_by_owner on article (owner, id desc) include (state, category, audience, language);
create index article_by_service on article (service, id desc) include (state, category, audience, language);
create index article_by_component on article (component, id desc) include (state, category, audience, language);
create index article_by_incidents on article using gin (incidents);
create index article_by_valid_to on article (valid_to, id desc) include (state, category, audience, language);
create index article_by_review_on on article (review_on, id desc) include (state, category, audience, language);
create index article_review_on_sort on article (review_on, id);
alter table article add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("body", ''), 'B')) stored;
comment on column article.search is 'title; body';
create index article_search on article using gin (search) with (fastupdate = off);
alter table article_feedback add constraint article_feedback_article_link
  foreign key (article) references article deferrable initially deferred;
alter table article_feedback add constraint article_feedback_person_link
  foreign key (person) references person deferrable initially deferred;
create index article_feedback_by_state on article_feedback (state, id desc) include (verdict);
create index article_feedback_by_created_by on article_feedback (created_by, id desc) include (state, verdict);
create index article_feedback_custom on article_feedback using gin (custom jsonb_path_ops) where custom <> '{}';
create index article_feedback_by_article on article_feedback (article, id desc) include (state, verdict);
create index article_feedback_by_person on article_feedback (person, id desc) include (state, verdict);
create index article_feedback_by_verdict on article_feedback (verdict, id desc) include (state);
alter table survey add constraint survey_service_link
  foreign key (service) references service deferrable initially deferred;
create index survey_by_state on survey (state, id desc) include (kind, naming);
create index survey_by_created_by on survey (created_by, id desc) include (state, kind, naming);
create index survey_custom on survey using gin (custom jsonb_path_ops) where custom <> '{}';
create index survey_by_kind on survey (kind, id desc) include (state, naming);
create index survey_by_service on survey (service, id desc) include (state, kind, naming);
create index survey_by_naming on survey (naming, id desc) include (state, kind);
alter table survey add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column survey.search is 'title';
create index survey_search on survey using gin (search) with (fastupdate = off);
alter table survey_answer add constraint survey_answer_survey_link
  foreign key (survey) references survey deferrable initially deferred;
alter table survey_answer add constraint survey_answer_person_link
  foreign key (person) references person deferrable initially deferred;
alter table survey_answer add constraint survey_answer_incident_link
  foreign key (incident) references incident deferrable initially deferred;
alter table survey_answer add constraint survey_answer_service_link
  foreign key (service) references service deferrable initially deferred;
alter table survey_answer add constraint survey_answer_team_link
  foreign key (team) references team deferrable initially deferred;
alter table survey_answer add constraint survey_answer_handler_link
  foreign key (handler) references person deferrable initially deferred;
create index survey_answer_by_state on survey_answer (state, id desc) include (naming);
create index survey_answer_by_created_by on survey_answer (created_by, id desc) include (state, naming);
create index survey_answer_custom on survey_answer using gin (custom jsonb_path_ops) where custom <> '{}';
create index survey_answer_by_survey on survey_answer (survey, id desc) include (state, naming);
create index survey_answer_by_person on survey_answer (person, id desc) include (state, naming);
create index survey_answer_by_incident on survey_answer (incident, id desc) include (state, naming);
create index survey_answer_by_service on survey_answer (service, id desc) include (state, naming);
create index survey_answer_by_team on survey_answer (team, id desc) include (state, naming);
create index survey_answer_by_handler on survey_answer (handler, id desc) include (state, naming);
create index survey_answer_by_naming on survey_answer (naming, id desc) include (state);
create index survey_answer_expires_at_sort on survey_answer (expires_at, id);
create index survey_answer_by_grade on survey_answer (grade, id desc) include (state, naming);
create index survey_answer_grade_sort on survey_answer (grade, id);
-- One open problem for each kind of failure of a component, one word of each reader, one invitation for each closing.
create unique index problem_one_open on problem (component, signature) where state not in ('solved', 'closed');
create unique index article_feedback_one on article_feedback (article, person);
create unique index survey_answer_one on survey_answer (survey, person, incident) nulls not distinct;
