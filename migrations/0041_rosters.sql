-- Who is on duty: positions, shift patterns, rosters and their duties, leave, shifts as they are worked, swaps, feeds; and skills.
create table shift (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('due', 'on-duty', 'handing-over', 'over', 'missed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  duty uuid not null,
  position uuid not null,
  posts uuid[] not null,
  person uuid not null,
  stands_in_for uuid,
  stand_in_reason text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  duty_day date,
  late_at timestamptz,
  began_at timestamptz,
  taken_from uuid,
  taken_sheet text,
  notes text,
  sheet jsonb,
  sheet_digest text,
  signed_out_at timestamptz,
  signed_out_by uuid,
  absent_reason text,
  relieved_by uuid,
  over_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table roster (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'override-asked', 'published', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  people uuid[] not null,
  rest_hours double precision not null,
  nights_in_row double precision not null,
  week_hours double precision not null,
  note text,
  findings double precision,
  proved_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  override_reason text,
  override_asked_by uuid,
  overridden_by uuid,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table duty (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('planned', 'published', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  roster uuid not null,
  person uuid not null,
  position uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  pattern uuid,
  fixed boolean not null,
  date date,
  duty_day date,
  cancel_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table duty_swap (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('asked', 'consented', 'carried-out', 'declined', 'refused', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  duty uuid not null,
  person uuid,
  "to" uuid not null,
  in_return uuid,
  reason text not null,
  override_reason text,
  decided_by uuid,
  decided_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table leave (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  person uuid not null,
  kind text not null check (kind in ('annual', 'sick', 'personal', 'training', 'other')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text,
  decided_by uuid,
  decided_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table duty_position (
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
  part text not null check (part in ('maker', 'checker', 'other')),
  posts uuid[] not null,
  skills uuid[] not null,
  people double precision not null,
  sessions text,
  minutes_before double precision not null,
  minutes_after double precision not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table shift_pattern (
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
  mark text not null,
  starts_at text not null,
  ends_at text not null,
  days text not null check (days in ('trading-days', 'night-sessions', 'every-day')),
  positions uuid[] not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table duty_feed (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'revoked')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  person uuid,
  team uuid,
  lang text not null check (lang in ('zh', 'en')),
  secret_set boolean not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table skill (
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
  description text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table shift add constraint shift_duty_link
  foreign key (duty) references duty deferrable initially deferred;
alter table shift add constraint shift_position_link
  foreign key (position) references duty_position deferrable initially deferred;
alter table shift add constraint shift_person_link
  foreign key (person) references person deferrable initially deferred;
alter table shift add constraint shift_stands_in_for_link
  foreign key (stands_in_for) references person deferrable initially deferred;
alter table shift add constraint shift_taken_from_link
  foreign key (taken_from) references shift deferrable initially deferred;
alter table shift add constraint shift_signed_out_by_link
  foreign key (signed_out_by) references person deferrable initially deferred;
alter table shift add constraint shift_relieved_by_link
  foreign key (relieved_by) references person deferrable initially deferred;
alter table roster add constraint roster_published_by_link
  foreign key (published_by) references person deferrable initially deferred;
alter table roster add constraint roster_override_asked_by_link
  foreign key (override_asked_by) references person deferrable initially deferred;
alter table roster add constraint roster_overridden_by_link
  foreign key (overridden_by) references person deferrable initially deferred;
alter table duty add constraint duty_roster_link
  foreign key (roster) references roster deferrable initially deferred;
alter table duty add constraint duty_person_link
  foreign key (person) references person deferrable initially deferred;
alter table duty add constraint duty_position_link
  foreign key (position) references duty_position deferrable initially deferred;
alter table duty add constraint duty_pattern_link
  foreign key (pattern) references shift_pattern deferrable initially deferred;
alter table duty_swap add constraint duty_swap_duty_link
  foreign key (duty) references duty deferrable initially deferred;
alter table duty_swap add constraint duty_swap_person_link
  foreign key (person) references person deferrable initially deferred;
alter table duty_swap add constraint duty_swap_to_link
  foreign key ("to") references person deferrable initially deferred;
alter table duty_swap add constraint duty_swap_in_return_link
  foreign key (in_return) references duty deferrable initially deferred;
alter table duty_swap add constraint duty_swap_decided_by_link
  foreign key (decided_by) references person deferrable initially deferred;
alter table leave add constraint leave_person_link
  foreign key (person) references person deferrable initially deferred;
alter table leave add constraint leave_decided_by_link
  foreign key (decided_by) references person deferrable initially deferred;
alter table duty_feed add constraint duty_feed_person_link
  foreign key (person) references person deferrable initially deferred;
alter table duty_feed add constraint duty_feed_team_link
  foreign key (team) references team deferrable initially deferred;
alter table person add column skills uuid[] not null default '{}';
create index shift_by_state on shift (state, id desc);
create index shift_by_created_by on shift (created_by, id desc) include (state);
create index shift_custom on shift using gin (custom jsonb_path_ops) where custom <> '{}';
create index shift_by_duty on shift (duty, id desc) include (state);
create index shift_by_position on shift (position, id desc) include (state);
create index shift_by_person on shift (person, id desc) include (state);
create index shift_starts_at_sort on shift (starts_at, id);
create index shift_by_duty_day on shift (duty_day, id desc) include (state);
create index shift_duty_day_sort on shift (duty_day, id);
create index shift_by_late_at on shift (late_at, id desc) include (state);
create index shift_began_at_sort on shift (began_at, id);
create index shift_over_at_sort on shift (over_at, id);
create index roster_by_state on roster (state, id desc);
create index roster_by_created_by on roster (created_by, id desc) include (state);
create index roster_custom on roster using gin (custom jsonb_path_ops) where custom <> '{}';
create index roster_by_starts_on on roster (starts_on, id desc) include (state);
create index roster_starts_on_sort on roster (starts_on, id);
create index roster_ends_on_sort on roster (ends_on, id);
create index roster_by_people on roster using gin (people);
create index duty_by_state on duty (state, id desc);
create index duty_by_created_by on duty (created_by, id desc) include (state);
create index duty_custom on duty using gin (custom jsonb_path_ops) where custom <> '{}';
create index duty_by_roster on duty (roster, id desc) include (state);
create index duty_by_person on duty (person, id desc) include (state);
create index duty_by_position on duty (position, id desc) include (state);
create index duty_by_starts_at on duty (starts_at, id desc) include (state);
create index duty_starts_at_sort on duty (starts_at, id);
create index duty_by_date on duty (date, id desc) include (state);
create index duty_date_sort on duty (date, id);
create index duty_by_duty_day on duty (duty_day, id desc) include (state);
create index duty_swap_by_state on duty_swap (state, id desc);
create index duty_swap_by_created_by on duty_swap (created_by, id desc) include (state);
create index duty_swap_custom on duty_swap using gin (custom jsonb_path_ops) where custom <> '{}';
create index duty_swap_by_duty on duty_swap (duty, id desc) include (state);
create index duty_swap_by_person on duty_swap (person, id desc) include (state);
create index duty_swap_by_to on duty_swap ("to", id desc) include (state);
create index leave_by_state on leave (state, id desc) include (kind);
create index leave_by_created_by on leave (created_by, id desc) include (state, kind);
create index leave_custom on leave using gin (custom jsonb_path_ops) where custom <> '{}';
create index leave_by_person on leave (person, id desc) include (state, kind);
create index leave_by_kind on leave (kind, id desc) include (state);
create index leave_starts_at_sort on leave (starts_at, id);
create index duty_position_by_state on duty_position (state, id desc) include (part);
create index duty_position_by_created_by on duty_position (created_by, id desc) include (state, part);
create index duty_position_custom on duty_position using gin (custom jsonb_path_ops) where custom <> '{}';
create index duty_position_code_sort on duty_position (code, id);
create unique index duty_position_code_unique on duty_position (code);
create index duty_position_by_part on duty_position (part, id desc) include (state);
create index shift_pattern_by_state on shift_pattern (state, id desc) include (days);
create index shift_pattern_by_created_by on shift_pattern (created_by, id desc) include (state, days);
create index shift_pattern_custom on shift_pattern using gin (custom jsonb_path_ops) where custom <> '{}';
create index shift_pattern_code_sort on shift_pattern (code, id);
create unique index shift_pattern_code_unique on shift_pattern (code);
create index shift_pattern_by_days on shift_pattern (days, id desc) include (state);
create index duty_feed_by_state on duty_feed (state, id desc);
create index duty_feed_by_created_by on duty_feed (created_by, id desc) include (state);
create index duty_feed_custom on duty_feed using gin (custom jsonb_path_ops) where custom <> '{}';
create index duty_feed_by_person on duty_feed (person, id desc) include (state);
create index duty_feed_by_team on duty_feed (team, id desc) include (state);
create index person_by_skills on person using gin (skills);
create index skill_by_state on skill (state, id desc);
create index skill_by_created_by on skill (created_by, id desc) include (state);
create index skill_custom on skill using gin (custom jsonb_path_ops) where custom <> '{}';
create index skill_code_sort on skill (code, id);
create unique index skill_code_unique on skill (code);
alter table shift add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column shift.search is 'title';
create index shift_search on shift using gin (search) with (gin_pending_list_limit = 64);
alter table roster add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column roster.search is 'title';
create index roster_search on roster using gin (search) with (gin_pending_list_limit = 64);
alter table duty add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column duty.search is 'title';
create index duty_search on duty using gin (search) with (gin_pending_list_limit = 64);
alter table duty_swap add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column duty_swap.search is 'title';
create index duty_swap_search on duty_swap using gin (search) with (gin_pending_list_limit = 64);
alter table leave add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column leave.search is 'title';
create index leave_search on leave using gin (search) with (gin_pending_list_limit = 64);
alter table duty_position add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("name", ''), 'A')) stored;
comment on column duty_position.search is 'code name';
create index duty_position_search on duty_position using gin (search) with (gin_pending_list_limit = 64);
alter table shift_pattern add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("name", ''), 'A')) stored;
comment on column shift_pattern.search is 'code name';
create index shift_pattern_search on shift_pattern using gin (search) with (gin_pending_list_limit = 64);
alter table duty_feed add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column duty_feed.search is 'name';
create index duty_feed_search on duty_feed using gin (search) with (gin_pending_list_limit = 64);
alter table skill add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("name", ''), 'A')) stored;
comment on column skill.search is 'code name';
create index skill_search on skill using gin (search) with (gin_pending_list_limit = 64);

-- One duty is worked once.
create unique index shift_of_duty on shift (duty);
-- Who is there now, and who is awaited.
create index shift_present on shift (position, state) where state in ('due', 'on-duty', 'handing-over');
create index shift_worked on shift (began_at, over_at) where began_at is not null;
create index duty_in_force on duty (starts_at, ends_at) where state = 'published';
create index leave_in_force on leave (person, starts_at) where state = 'approved';

-- A handover has two people, whoever writes it; and nobody is off duty without a signature.
alter table shift add constraint shift_two_people check (relieved_by <> person and relieved_by <> signed_out_by);
alter table shift add constraint shift_signed_out check (
  state not in ('handing-over', 'over') or (signed_out_by is not null and signed_out_at is not null));
alter table roster add constraint roster_two_people check (overridden_by <> override_asked_by);
alter table duty_swap add constraint duty_swap_decided_by_another check (decided_by <> person and decided_by <> "to");
alter table leave add constraint leave_decided_by_another check (decided_by <> person);
alter table duty add constraint duty_length check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours');
alter table leave add constraint leave_order check (ends_at > starts_at);
alter table duty_feed add constraint duty_feed_of_one check ((person is null) <> (team is null));

-- What the operations log says of shifts by itself.
alter table log_entry drop constraint log_entry_kind_check;
alter table log_entry add constraint log_entry_kind_check
  check (kind in ('note', 'run', 'alarm', 'incident', 'component', 'shift'));
