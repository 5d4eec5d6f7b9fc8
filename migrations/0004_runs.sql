-- Runbooks, runs and steps: what must hold whoever writes, and the attempts of commands.

-- One effective edition per code. Checked at the end of the transaction, since the one before it gives way only then.
alter table runbook add constraint runbook_one_effective
  exclude using btree (code with =) where (state = 'effective') deferrable initially deferred;
create unique index runbook_edition on runbook (code, edition);
create unique index runbook_one_open on runbook (code) where state in ('draft', 'in-review');
alter table runbook add constraint runbook_approval_two_people check (approved_by <> created_by);

-- The same runbook is run once at a time on a trading day.
create unique index run_one_in_progress on run (runbook_code, coalesce(trading_day, '-infinity'))
  where state = 'in-progress';

create unique index run_step_key on run_step (run, key);
create unique index run_step_position on run_step (run, position);
create index run_step_deadline on run_step (deadline_at) where late_at is null;

-- O1: maker and checker are two people, and so are the two of a waiver or an override, by whatever way it is written.
-- Whoever ever had the step in hand counts as its maker. Fails closed: no second signature without a name.
alter table run_step
  add constraint run_step_check_two_people check (
    (checker is null or (checker is distinct from maker and checker <> all (hands) and cardinality(hands) > 0))
    and (state <> 'checked' or checker is not null)
  ),
  add constraint run_step_hands_two_people check (maker is null or maker = any (hands)),
  add constraint run_step_waiver_two_people check (
    (waived_by is null or waive_asked_by <> waived_by) and (waived_by is null or waive_asked_by is not null)
    and (state <> 'waived' or waived_by is not null)
  ),
  add constraint run_step_override_two_people check (
    (overridden_by is null or override_asked_by <> overridden_by)
    and (overridden_by is null or override_asked_by is not null)
  );

-- Tries of commands. Written often while a command speaks, so not under the journal: the step's evidence carries the
-- digest of what was said.
create table step_attempt (
  id uuid primary key,
  step uuid not null references run_step,
  n int not null,
  round int not null,
  component uuid not null,
  component_code text not null,
  action text not null,
  program text not null,
  args jsonb not null,
  timeout_seconds int not null,
  state text not null default 'queued' check (state in ('queued', 'launched', 'ended')),
  copy int,
  queued_at timestamptz not null,
  launched_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('ok', 'failed', 'timed-out', 'refused', 'unknown')),
  exit_code int,
  signal text,
  output text not null default '',
  unique (step, n),
  check ((state = 'ended') = (outcome is not null)),
  check ((state = 'queued') = (launched_at is null) or outcome = 'refused')
);
create index step_attempt_open on step_attempt (queued_at) where state <> 'ended';

-- When the runs were last looked over: whatever fell due in a longer gap was missed. One row.
create table run_sweep (single boolean primary key default true check (single), at timestamptz not null);
