-- Security incidents, what is told of them, and their evidence with its chain of custody.
create table security_incident (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('declared', 'graded', 'contained', 'closed', 'dismissed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  incident uuid not null,
  kind text not null check (kind in ('phishing', 'malware', 'intrusion', 'leak', 'denial', 'misuse', 'loss', 'other')),
  gravity text check (gravity in ('general', 'larger', 'major', 'severe')),
  owner uuid not null,
  named uuid[] not null,
  found_at timestamptz,
  grade_due_at timestamptz,
  graded_at timestamptz,
  graded_by uuid,
  grade_reason text,
  components uuid[] not null,
  data_affected text,
  people_affected text,
  contained_at timestamptz,
  cause text,
  measures text,
  closed_at timestamptz,
  dismiss_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table security_report (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('due', 'sent', 'not-due', 'lapsed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  security_incident uuid not null,
  rule uuid not null,
  authority text not null,
  due_at timestamptz not null,
  readers uuid[] not null,
  text text not null,
  recipient text,
  channel text check (channel in ('phone', 'platform', 'mail', 'fax', 'letter', 'visit')),
  sent_at timestamptz,
  sent_by uuid,
  receipt text,
  not_due_because text,
  not_due_by uuid,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table evidence (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('open', 'sealed', 'returning', 'destroying', 'returned', 'destroyed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  security_incident uuid not null,
  description text,
  source text not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  place text not null,
  holder uuid,
  readers uuid[] not null,
  files jsonb not null,
  digest text,
  sealed_at timestamptz,
  sealed_by uuid,
  ending text,
  ended_by uuid,
  witness uuid,
  witnessed_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table custody (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('begun', 'given', 'taken', 'refused', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  evidence uuid not null,
  giver uuid,
  taker uuid not null,
  purpose text not null,
  place text not null,
  readers uuid[] not null,
  digest text,
  given_at timestamptz,
  taken_at timestamptz,
  refuse_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table security_incident add constraint security_incident_incident_link
  foreign key (incident) references incident deferrable initially deferred;
alter table security_incident add constraint security_incident_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table security_incident add constraint security_incident_graded_by_link
  foreign key (graded_by) references person deferrable initially deferred;
alter table security_report add constraint security_report_security_incident_link
  foreign key (security_incident) references security_incident deferrable initially deferred;
alter table security_report add constraint security_report_rule_link
  foreign key (rule) references reporting_rule deferrable initially deferred;
alter table security_report add constraint security_report_sent_by_link
  foreign key (sent_by) references person deferrable initially deferred;
alter table security_report add constraint security_report_not_due_by_link
  foreign key (not_due_by) references person deferrable initially deferred;
alter table evidence add constraint evidence_security_incident_link
  foreign key (security_incident) references security_incident deferrable initially deferred;
alter table evidence add constraint evidence_taken_by_link
  foreign key (taken_by) references person deferrable initially deferred;
alter table evidence add constraint evidence_holder_link
  foreign key (holder) references person deferrable initially deferred;
alter table evidence add constraint evidence_sealed_by_link
  foreign key (sealed_by) references person deferrable initially deferred;
alter table evidence add constraint evidence_ended_by_link
  foreign key (ended_by) references person deferrable initially deferred;
alter table evidence add constraint evidence_witness_link
  foreign key (witness) references person deferrable initially deferred;
alter table custody add constraint custody_evidence_link
  foreign key (evidence) references evidence deferrable initially deferred;
alter table custody add constraint custody_giver_link
  foreign key (giver) references person deferrable initially deferred;
alter table custody add constraint custody_taker_link
  foreign key (taker) references person deferrable initially deferred;
create index security_incident_by_state on security_incident (state, id desc) include (kind, gravity);
create index security_incident_by_created_by on security_incident (created_by, id desc) include (state, kind, gravity);
create index security_incident_custom on security_incident using gin (custom jsonb_path_ops) where custom <> '{}';
create index security_incident_by_incident on security_incident (incident, id desc) include (state, kind, gravity);
create index security_incident_by_kind on security_incident (kind, id desc) include (state, gravity);
create index security_incident_by_gravity on security_incident (gravity, id desc) include (state, kind);
create index security_incident_by_owner on security_incident (owner, id desc) include (state, kind, gravity);
create index security_incident_by_named on security_incident using gin (named);
create index security_incident_by_found_at on security_incident (found_at, id desc) include (state, kind, gravity);
create index security_incident_found_at_sort on security_incident (found_at, id);
create index security_incident_by_grade_due_at on security_incident (grade_due_at, id desc) include (state, kind, gravity);
create index security_incident_by_components on security_incident using gin (components);
create index security_report_by_state on security_report (state, id desc) include (channel);
create index security_report_by_created_by on security_report (created_by, id desc) include (state, channel);
create index security_report_custom on security_report using gin (custom jsonb_path_ops) where custom <> '{}';
create index security_report_by_security_incident on security_report (security_incident, id desc) include (state, channel);
create index security_report_by_rule on security_report (rule, id desc) include (state, channel);
create index security_report_by_due_at on security_report (due_at, id desc) include (state, channel);
create index security_report_due_at_sort on security_report (due_at, id);
create index security_report_by_readers on security_report using gin (readers);
create index security_report_by_channel on security_report (channel, id desc) include (state);
create index security_report_sent_at_sort on security_report (sent_at, id);
create index evidence_by_state on evidence (state, id desc);
create index evidence_by_created_by on evidence (created_by, id desc) include (state);
create index evidence_custom on evidence using gin (custom jsonb_path_ops) where custom <> '{}';
create index evidence_by_security_incident on evidence (security_incident, id desc) include (state);
create index evidence_by_taken_by on evidence (taken_by, id desc) include (state);
create index evidence_taken_at_sort on evidence (taken_at, id);
create index evidence_by_holder on evidence (holder, id desc) include (state);
create index evidence_by_readers on evidence using gin (readers);
create index evidence_by_witness on evidence (witness, id desc) include (state);
create index custody_by_state on custody (state, id desc);
create index custody_by_created_by on custody (created_by, id desc) include (state);
create index custody_custom on custody using gin (custom jsonb_path_ops) where custom <> '{}';
create index custody_by_evidence on custody (evidence, id desc) include (state);
create index custody_by_giver on custody (giver, id desc) include (state);
create index custody_by_taker on custody (taker, id desc) include (state);
create index custody_by_readers on custody using gin (readers);
create index custody_taken_at_sort on custody (taken_at, id);
alter table security_incident add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column security_incident.search is 'title';
create index security_incident_search on security_incident using gin (search) with (gin_pending_list_limit = 64);
alter table security_report add column search tsvector generated always as (search_terms(coalesce("authority", ''), 'A')) stored;
comment on column security_report.search is 'authority';
create index security_report_search on security_report using gin (search) with (gin_pending_list_limit = 64);
alter table evidence add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column evidence.search is 'title';
create index evidence_search on evidence using gin (search) with (gin_pending_list_limit = 64);
-- Of an incident one stands that was not dismissed.
create unique index security_incident_once on security_incident (incident) where state <> 'dismissed';
alter table evidence add constraint evidence_witnessed_by_another check (witness <> ended_by);
alter table custody add constraint custody_changes_hands check (giver <> taker);
-- What is sealed stays as it is, whoever would change it; a scanner may still say what it found.
create function forbid_changed_evidence() returns trigger language plpgsql as $$
begin
  if new.record = 'evidence' and exists (select from evidence where id = new.record_id and state <> 'open')
    and (tg_op = 'INSERT' or (new.name, new.digest, new.size, new.removed_at)
      is distinct from (old.name, old.digest, old.size, old.removed_at)) then
    raise exception 'the files of sealed evidence are not changed';
  end if;
  return new;
end $$;
create trigger sealed_files_kept before insert or update on attachment for each row execute function forbid_changed_evidence();
