-- How assets are kept and how they leave: maintenance by plan and by order, disposals, and the destruction of what is on them.
create table maintenance_order (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('planned', 'due', 'in-progress', 'done', 'skipped')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  kind text not null check (kind in ('inspection', 'replacement', 'repair')),
  assets uuid[] not null,
  plan uuid,
  due_on date,
  supplier uuid,
  owner uuid,
  description text,
  reported_at timestamptz,
  responded_at timestamptz,
  finished_at timestamptz,
  response_minutes double precision,
  down_minutes double precision,
  cost double precision,
  parts text,
  outcome text check (outcome in ('working', 'restricted', 'beyond-repair')),
  result text,
  skip_reason text,
  from_stock uuid[] not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table maintenance_plan (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'paused', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  kind text not null check (kind in ('inspection', 'replacement')),
  assets uuid[] not null,
  category uuid,
  every_months double precision not null,
  starts_on date not null,
  lead_days double precision not null,
  next_on date,
  supplier uuid,
  owner uuid not null,
  instructions text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table disposal (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('proposed', 'valued', 'approved', 'destroyed', 'carried-out', 'rejected', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  assets uuid[] not null,
  reason text not null,
  way text not null check (way in ('scrap', 'sell', 'give')),
  book_value double precision,
  valued_on date,
  appraised double precision,
  basis text,
  valued_by uuid,
  approved_at timestamptz,
  receiver text,
  receiver_contact text,
  proceeds double precision,
  carried_out_at timestamptz,
  carried_out_by uuid,
  reject_reason text,
  withdraw_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table destruction (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('due', 'done', 'witnessed', 'void')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  label text,
  disposal uuid not null,
  asset uuid not null,
  medium text check (medium in ('hdd', 'ssd', 'flash', 'tape', 'optical', 'mobile', 'network', 'paper')),
  serial text,
  technique text check (technique in ('overwrite', 'reset', 'secure-erase', 'crypto-erase', 'degauss', 'shred', 'disintegrate', 'incinerate', 'melt')),
  method text check (method in ('clear', 'purge', 'destroy')),
  verification text,
  contractor uuid,
  performed_at timestamptz,
  operator uuid,
  witness uuid,
  witnessed_at timestamptz,
  void_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table maintenance_order add constraint maintenance_order_plan_link
  foreign key (plan) references maintenance_plan deferrable initially deferred;
alter table maintenance_order add constraint maintenance_order_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table maintenance_order add constraint maintenance_order_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table maintenance_plan add constraint maintenance_plan_category_link
  foreign key (category) references asset_category deferrable initially deferred;
alter table maintenance_plan add constraint maintenance_plan_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table maintenance_plan add constraint maintenance_plan_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table disposal add constraint disposal_valued_by_link
  foreign key (valued_by) references person deferrable initially deferred;
alter table disposal add constraint disposal_carried_out_by_link
  foreign key (carried_out_by) references person deferrable initially deferred;
alter table destruction add constraint destruction_disposal_link
  foreign key (disposal) references disposal deferrable initially deferred;
alter table destruction add constraint destruction_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table destruction add constraint destruction_contractor_link
  foreign key (contractor) references supplier deferrable initially deferred;
alter table destruction add constraint destruction_operator_link
  foreign key (operator) references person deferrable initially deferred;
alter table destruction add constraint destruction_witness_link
  foreign key (witness) references person deferrable initially deferred;
create index maintenance_order_by_state on maintenance_order (state, id desc) include (kind, outcome);
create index maintenance_order_by_created_by on maintenance_order (created_by, id desc) include (state, kind, outcome);
create index maintenance_order_custom on maintenance_order using gin (custom jsonb_path_ops) where custom <> '{}';
create index maintenance_order_by_kind on maintenance_order (kind, id desc) include (state, outcome);
create index maintenance_order_by_assets on maintenance_order using gin (assets);
create index maintenance_order_by_plan on maintenance_order (plan, id desc) include (state, kind, outcome);
create index maintenance_order_by_due_on on maintenance_order (due_on, id desc) include (state, kind, outcome);
create index maintenance_order_due_on_sort on maintenance_order (due_on, id);
create index maintenance_order_by_supplier on maintenance_order (supplier, id desc) include (state, kind, outcome);
create index maintenance_order_by_owner on maintenance_order (owner, id desc) include (state, kind, outcome);
create index maintenance_order_by_finished_at on maintenance_order (finished_at, id desc) include (state, kind, outcome);
create index maintenance_order_finished_at_sort on maintenance_order (finished_at, id);
create index maintenance_order_response_minutes_sort on maintenance_order (response_minutes, id);
create index maintenance_order_by_outcome on maintenance_order (outcome, id desc) include (state, kind);
create index maintenance_plan_by_state on maintenance_plan (state, id desc) include (kind);
create index maintenance_plan_by_created_by on maintenance_plan (created_by, id desc) include (state, kind);
create index maintenance_plan_custom on maintenance_plan using gin (custom jsonb_path_ops) where custom <> '{}';
create index maintenance_plan_by_kind on maintenance_plan (kind, id desc) include (state);
create index maintenance_plan_by_assets on maintenance_plan using gin (assets);
create index maintenance_plan_by_category on maintenance_plan (category, id desc) include (state, kind);
create index maintenance_plan_by_next_on on maintenance_plan (next_on, id desc) include (state, kind);
create index maintenance_plan_next_on_sort on maintenance_plan (next_on, id);
create index maintenance_plan_by_supplier on maintenance_plan (supplier, id desc) include (state, kind);
create index maintenance_plan_by_owner on maintenance_plan (owner, id desc) include (state, kind);
create index disposal_by_state on disposal (state, id desc) include (way);
create index disposal_by_created_by on disposal (created_by, id desc) include (state, way);
create index disposal_custom on disposal using gin (custom jsonb_path_ops) where custom <> '{}';
create index disposal_by_assets on disposal using gin (assets);
create index disposal_by_way on disposal (way, id desc) include (state);
create index disposal_book_value_sort on disposal (book_value, id);
create index disposal_by_carried_out_at on disposal (carried_out_at, id desc) include (state, way);
create index disposal_carried_out_at_sort on disposal (carried_out_at, id);
create index destruction_by_state on destruction (state, id desc) include (method);
create index destruction_by_created_by on destruction (created_by, id desc) include (state, method);
create index destruction_custom on destruction using gin (custom jsonb_path_ops) where custom <> '{}';
create index destruction_by_disposal on destruction (disposal, id desc) include (state, method);
create index destruction_by_asset on destruction (asset, id desc) include (state, method);
create index destruction_by_method on destruction (method, id desc) include (state);
create index destruction_by_contractor on destruction (contractor, id desc) include (state, method);
create index destruction_performed_at_sort on destruction (performed_at, id);
create index destruction_by_operator on destruction (operator, id desc) include (state, method);
create index destruction_by_witness on destruction (witness, id desc) include (state, method);
alter table maintenance_order add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column maintenance_order.search is 'title';
create index maintenance_order_search on maintenance_order using gin (search) with (gin_pending_list_limit = 64);
alter table maintenance_plan add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column maintenance_plan.search is 'name';
create index maintenance_plan_search on maintenance_plan using gin (search) with (gin_pending_list_limit = 64);
alter table disposal add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("receiver", ''), 'B')) stored;
comment on column disposal.search is 'title; receiver';
create index disposal_search on disposal using gin (search) with (gin_pending_list_limit = 64);
alter table destruction add column search tsvector generated always as (search_terms(coalesce("label", ''), 'A') || search_terms(coalesce("serial", ''), 'B')) stored;
comment on column destruction.search is 'label; serial';
create index destruction_search on destruction using gin (search) with (gin_pending_list_limit = 64);

-- Whoever did it does not witness it, and nothing counts as witnessed without both.
alter table destruction add constraint destruction_two_people check (witness <> operator and witness <> created_by);
alter table destruction add constraint destruction_witnessed check (
  state <> 'witnessed' or (operator is not null and witness is not null and witnessed_at is not null));

-- Nothing that holds data leaves before that was destroyed before a witness, whoever writes it; nor while any medium of it is to be.
create function asset_data_destroyed() returns trigger language plpgsql as $$
begin
  if exists (select from destruction where asset = new.id and state in ('due', 'done'))
    or (exists (select from asset_category where id = new.category and storage)
      and not exists (select from destruction where asset = new.id and state = 'witnessed')) then
    raise exception 'The data of asset % was not destroyed before a witness', new.tag
      using errcode = 'check_violation', constraint = 'asset_data_destroyed', table = 'asset';
  end if;
  return new;
end $$;
create trigger asset_data_destroyed before update of state on asset
  for each row when (new.state = 'disposed' and old.state <> 'disposed') execute function asset_data_destroyed();

-- What is known of each asset as it was last counted, and what should become of it; counted anew every night.
create table resource_figure (
  asset uuid primary key references asset on delete cascade,
  at timestamptz not null,
  verdict text not null check (verdict in ('retire', 'renew', 'move', 'keep')),
  score int not null,
  reasons jsonb not null,
  figures jsonb not null,
  cost_year double precision not null,
  age_months int not null, -- -1: not known
  failures int not null
);
create index resource_figure_at on resource_figure (at);
create index resource_figure_by_verdict on resource_figure (verdict, score desc, asset);
create index resource_figure_score on resource_figure (score desc, asset);
create index resource_figure_age_months on resource_figure (age_months desc, asset);
create index resource_figure_cost_year on resource_figure (cost_year desc, asset);
create index resource_figure_failures on resource_figure (failures desc, asset);
