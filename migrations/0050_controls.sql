-- Whether rules are kept: how each control and each of its subjects stands, since when, and until when that holds.
create table control_state (
  control text collate "C" primary key,
  version int not null,
  -- The measures that it judges by, and the number of the setting that they come from.
  params jsonb not null,
  setting text,
  sweep int not null default 1,
  -- Every subject is being judged anew; so far has it come. The last time it came to the end.
  sweeping boolean not null default true,
  swept_to uuid,
  full_at timestamptz,
  ok int not null default 0 check (ok >= 0),
  bad int not null default 0 check (bad >= 0),
  excepted int not null default 0 check (excepted >= 0),
  unknown int not null default 0 check (unknown >= 0),
  state text not null check (state in ('broken', 'no-evidence', 'excepted', 'kept')),
  since timestamptz not null,
  judged_at timestamptz
);
create table control_item (
  control text collate "C" not null,
  subject uuid not null,
  standing text not null check (standing in ('ok', 'bad', 'excepted', 'unknown')),
  zh text not null,
  en text not null,
  proof jsonb not null,
  owner uuid,
  since timestamptz not null,
  until timestamptz,
  judged_at timestamptz not null,
  sweep int not null,
  primary key (control, subject)
);
create index control_item_standing on control_item (control, standing, since desc, subject desc) where standing <> 'ok';
create index control_item_kept on control_item (control, since desc, subject desc) where standing = 'ok';
create index control_item_until on control_item (until) where until is not null;
create index control_item_overdue on control_item (control, until) where until is not null;

-- What is to be judged again, noted by whoever wrote what a control reads.
create table control_touch (
  id bigint generated always as identity primary key,
  control text not null,
  subject uuid not null,
  through text
);

-- From when to when a subject was not kept, and by which version and measures; and how each control stood.
create table control_span (
  control text collate "C" not null,
  subject uuid not null,
  standing text not null check (standing in ('bad', 'excepted', 'unknown')),
  zh text not null,
  en text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  version int not null,
  params jsonb not null
);
create index control_span_open on control_span (control, subject) where to_at is null;
create index control_span_by on control_span (control, from_at);
create table control_state_span (
  control text collate "C" not null,
  state text not null check (state in ('broken', 'no-evidence', 'excepted', 'kept')),
  from_at timestamptz not null,
  to_at timestamptz,
  ok int not null,
  bad int not null,
  excepted int not null,
  unknown int not null
);
create unique index control_state_span_open on control_state_span (control) where to_at is null;
create index control_state_span_by on control_state_span (control, from_at desc);
create index control_state_span_turned on control_state_span (from_at desc);
-- History is ended, never rewritten.
create function forbid_rewriting_span() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.to_at is not null or to_jsonb(new) - 'to_at' <> to_jsonb(old) - 'to_at' then
    raise exception 'a span is ended once and not changed';
  end if;
  return new;
end $$;
create trigger control_span_kept before update or delete on control_span for each row execute function forbid_rewriting_span();
create trigger control_state_span_kept before update or delete on control_state_span
  for each row execute function forbid_rewriting_span();
-- Which components a runbook is for.
create index component_of_runbook on component (runbook) where runbook is not null;
