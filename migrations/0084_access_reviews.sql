-- Reviews of access: who has what as it was frozen, kept or taken away by somebody whom it does not concern.
create table access_review (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'running', 'closed', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  kind text not null check (kind in ('system', 'mover')),
  system uuid,
  person uuid,
  scope text not null check (scope in ('all', 'privileged')),
  review_by text not null check (review_by in ('owner', 'head')),
  owner uuid not null,
  days double precision not null,
  list uuid,
  digest text,
  opened_at timestamptz,
  due_on date,
  remind_on date,
  flagged uuid[] not null,
  sampled double precision not null,
  sampled_at timestamptz,
  closed_at timestamptz,
  cancel_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table access_review_item (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('open', 'kept', 'revoking', 'revoked', 'dropped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  review uuid not null,
  system uuid not null,
  title text not null,
  account uuid,
  person uuid,
  standing text not null check (standing in ('matched', 'orphan', 'ghost', 'too-much', 'not-there')),
  rights jsonb not null,
  grants uuid[] not null,
  approvers uuid[] not null,
  privileged boolean not null,
  shared boolean not null,
  second_factor boolean,
  last_used_at timestamptz,
  reviewer uuid,
  escalated boolean not null,
  second_of uuid,
  opened_at timestamptz,
  decided_at timestamptz,
  reason text,
  take jsonb not null,
  still_in uuid,
  gone_in uuid,
  done_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table access_review add constraint access_review_system_link
  foreign key (system) references access_system deferrable initially deferred;
alter table access_review add constraint access_review_person_link
  foreign key (person) references person deferrable initially deferred;
alter table access_review add constraint access_review_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table access_review add constraint access_review_list_link
  foreign key (list) references account_list deferrable initially deferred;
alter table access_review_item add constraint access_review_item_review_link
  foreign key (review) references access_review deferrable initially deferred;
alter table access_review_item add constraint access_review_item_system_link
  foreign key (system) references access_system deferrable initially deferred;
alter table access_review_item add constraint access_review_item_account_link
  foreign key (account) references system_account deferrable initially deferred;
alter table access_review_item add constraint access_review_item_person_link
  foreign key (person) references person deferrable initially deferred;
alter table access_review_item add constraint access_review_item_reviewer_link
  foreign key (reviewer) references person deferrable initially deferred;
alter table access_review_item add constraint access_review_item_second_of_link
  foreign key (second_of) references access_review_item deferrable initially deferred;
alter table access_review_item add constraint access_review_item_still_in_link
  foreign key (still_in) references account_list deferrable initially deferred;
alter table access_review_item add constraint access_review_item_gone_in_link
  foreign key (gone_in) references account_list deferrable initially deferred;
create index access_review_by_state on access_review (state, id desc) include (kind, scope);
create index access_review_by_created_by on access_review (created_by, id desc) include (state, kind, scope);
create index access_review_custom on access_review using gin (custom jsonb_path_ops) where custom <> '{}';
create index access_review_title_sort on access_review (title, id);
create index access_review_by_kind on access_review (kind, id desc) include (state, scope);
create index access_review_by_system on access_review (system, id desc) include (state, kind, scope);
create index access_review_by_person on access_review (person, id desc) include (state, kind, scope);
create index access_review_by_scope on access_review (scope, id desc) include (state, kind);
create index access_review_by_owner on access_review (owner, id desc) include (state, kind, scope);
create index access_review_by_list on access_review (list, id desc) include (state, kind, scope);
create index access_review_opened_at_sort on access_review (opened_at, id);
create index access_review_by_due_on on access_review (due_on, id desc) include (state, kind, scope);
create index access_review_due_on_sort on access_review (due_on, id);
create index access_review_by_remind_on on access_review (remind_on, id desc) include (state, kind, scope);
create index access_review_by_closed_at on access_review (closed_at, id desc) include (state, kind, scope);
create index access_review_closed_at_sort on access_review (closed_at, id);
create index access_review_item_by_state on access_review_item (state, id desc) include (standing, privileged, escalated);
create index access_review_item_by_created_by on access_review_item (created_by, id desc) include (state, standing, privileged, escalated);
create index access_review_item_custom on access_review_item using gin (custom jsonb_path_ops) where custom <> '{}';
create index access_review_item_by_review on access_review_item (review, id desc) include (state, standing, privileged, escalated);
create index access_review_item_by_system on access_review_item (system, id desc) include (state, standing, privileged, escalated);
create index access_review_item_title_sort on access_review_item (title, id);
create index access_review_item_by_account on access_review_item (account, id desc) include (state, standing, privileged, escalated);
create index access_review_item_by_person on access_review_item (person, id desc) include (state, standing, privileged, escalated);
create index access_review_item_by_standing on access_review_item (standing, id desc) include (state, privileged, escalated);
create index access_review_item_by_privileged on access_review_item (privileged, id desc) include (state, standing, escalated);
create index access_review_item_by_reviewer on access_review_item (reviewer, id desc) include (state, standing, privileged, escalated);
create index access_review_item_by_escalated on access_review_item (escalated, id desc) include (state, standing, privileged);
create index access_review_item_by_second_of on access_review_item (second_of, id desc) include (state, standing, privileged, escalated);
create index access_review_item_by_still_in on access_review_item (still_in, id desc) include (state, standing, privileged, escalated);
create index access_review_item_by_gone_in on access_review_item (gone_in, id desc) include (state, standing, privileged, escalated);
create index access_review_item_by_decided_at on access_review_item (decided_at, id desc) include (state, standing, privileged, escalated);
create index access_review_item_decided_at_sort on access_review_item (decided_at, id);
create index access_review_item_done_at_sort on access_review_item (done_at, id);
alter table access_review add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column access_review.search is 'title';
create index access_review_search on access_review using gin (search) with (gin_pending_list_limit = 64);
alter table access_review_item add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column access_review_item.search is 'title';
create index access_review_item_search on access_review_item using gin (search) with (gin_pending_list_limit = 64);
-- Nobody decides on their own account, or on what they approved, whoever writes it.
alter table access_review_item add constraint access_review_item_other
  check (reviewer is null or (reviewer is distinct from person and not approvers @> array[reviewer]));
alter table access_review_item add constraint access_review_item_decided
  check ((state in ('kept', 'revoking', 'revoked')) = (decided_at is not null));
-- A revoke is over only where a list says so.
alter table access_review_item add constraint access_review_item_gone
  check (state <> 'revoked' or gone_in is not null);
create unique index access_review_item_second_once on access_review_item (second_of) where second_of is not null;
-- What is not decided yet, and what waits for a list.
create index access_review_item_undecided on access_review_item (review, reviewer) where state = 'open';
create index access_review_item_waiting on access_review_item (system, decided_at) where state = 'revoking';
