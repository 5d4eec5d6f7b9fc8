-- Approvals: what was asked, of whom, who said what. (The rules and the delegations are records; their tables stand below.)
create table approval (
  id uuid primary key,
  record text not null,
  record_id uuid not null,
  verb text not null,
  given jsonb not null, -- what was given along with the verb
  shown jsonb not null, -- the row exactly as it stood
  digest bytea not null, -- of both: what is agreed to
  rule uuid not null,
  rule_name text not null,
  steps jsonb not null, -- as the rule said when it was asked
  requested_by uuid not null,
  requested_at timestamptz not null,
  state text not null check (state in ('pending', 'approved', 'refused', 'void', 'withdrawn', 'failed')),
  step int not null,
  escalate_at timestamptz, -- when the present step is put before others too; null once it was
  reason jsonb, -- why it ended so, in both languages
  ended_at timestamptz,
  ended_by uuid,
  unique (id, requested_by),
  check ((state = 'pending') = (ended_at is null))
);
-- The same verb of a record is asked for once at a time.
create unique index approval_pending on approval (record_id, verb) where state = 'pending';
create index approval_open on approval (id) where state = 'pending';
create index approval_record on approval (record_id, id);
create index approval_requested on approval (requested_by, id);

create table approval_seat (
  approval uuid not null references approval,
  step int not null,
  person uuid not null,
  since timestamptz not null,
  escalated boolean not null,
  primary key (approval, step, person)
);

-- O1: nobody agrees to what they asked for, by whatever account, token or delegation. One person has one voice in a step, and
-- one seat is filled once.
create table approval_vote (
  approval uuid not null,
  step int not null,
  person uuid not null,
  for_person uuid not null,
  requested_by uuid not null,
  vote text not null check (vote in ('agree', 'refuse')),
  note text,
  at timestamptz not null,
  via text not null,
  digest bytea not null,
  primary key (approval, step, person),
  unique (approval, step, for_person),
  foreign key (approval, requested_by) references approval (id, requested_by),
  foreign key (approval, step, for_person) references approval_seat (approval, step, person),
  constraint approval_vote_two_people check (person <> requested_by and for_person <> requested_by),
  check (vote = 'agree' or note is not null)
);
create index approval_vote_person on approval_vote (person, approval);
create trigger approval_vote_append_only before update or delete on approval_vote
  for each row execute function forbid_change();
create trigger approval_vote_no_truncate before truncate on approval_vote execute function forbid_change();
revoke update, delete, truncate on approval_vote from touchstone_app;

-- Who decides in whose place, and which verbs wait for approval.
create table delegation (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('given', 'revoked')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  person uuid not null,
  deputy uuid not null,
  valid_from date not null,
  valid_to date not null,
  records jsonb not null,
  reason text not null,
  revoked_at timestamptz,
  journal_n int not null,
  journal_head bytea not null
);
create table approval_rule (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-force', 'ending', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  rule jsonb not null,
  priority double precision not null,
  reason text,
  in_force_by uuid,
  in_force_at timestamptz,
  end_asked_by uuid,
  ended_by uuid,
  journal_n int not null,
  journal_head bytea not null
);
alter table delegation add constraint delegation_person_link
  foreign key (person) references person deferrable initially deferred;
alter table delegation add constraint delegation_deputy_link
  foreign key (deputy) references person deferrable initially deferred;
alter table approval_rule add constraint approval_rule_in_force_by_link
  foreign key (in_force_by) references person deferrable initially deferred;
alter table approval_rule add constraint approval_rule_end_asked_by_link
  foreign key (end_asked_by) references person deferrable initially deferred;
alter table approval_rule add constraint approval_rule_ended_by_link
  foreign key (ended_by) references person deferrable initially deferred;
create index delegation_by_state on delegation (state, id desc);
create index delegation_by_created_by on delegation (created_by, id desc) include (state);
create index delegation_by_person on delegation (person, id desc) include (state);
create index delegation_by_deputy on delegation (deputy, id desc) include (state);
create index delegation_valid_from_sort on delegation (valid_from, id);
create index delegation_valid_to_sort on delegation (valid_to, id);
create index approval_rule_by_state on approval_rule (state, id desc);
create index approval_rule_by_created_by on approval_rule (created_by, id desc) include (state);
create index approval_rule_priority_sort on approval_rule (priority, id);
alter table delegation add column search tsvector generated always as (search_terms(coalesce("reason", ''), 'A')) stored;
comment on column delegation.search is 'reason';
create index delegation_search on delegation using gin (search) with (fastupdate = off);
alter table approval_rule add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column approval_rule.search is 'name';
create index approval_rule_search on approval_rule using gin (search) with (fastupdate = off);

alter table delegation
  add constraint delegation_two_people check (person <> deputy),
  add check (valid_from <= valid_to);
create index approval_rule_applies on approval_rule ((rule->>'record'), (rule->>'verb')) where state in ('in-force', 'ending');
alter table approval_rule
  add constraint approval_rule_in_force_two_people check (in_force_by <> created_by),
  add constraint approval_rule_end_two_people check (ended_by <> end_asked_by);
