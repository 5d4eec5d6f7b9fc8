-- What was agreed with suppliers, and what may be used of their software: entitlements by their dates, given out as allocations.
create table contract (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-force', 'renewed', 'expired', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  code text,
  supplier uuid not null,
  kind text not null check (kind in ('purchase', 'maintenance', 'lease', 'line', 'software', 'service')),
  amount double precision,
  valid_from date not null,
  valid_to date,
  notice_days double precision not null,
  renew_months double precision,
  notice_on date,
  owner uuid not null,
  department uuid,
  assets uuid[] not null,
  follows uuid,
  note text,
  ended_why text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table licence (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  software uuid[] not null,
  supplier uuid,
  metric text not null check (metric in ('seat', 'user', 'device', 'core')),
  overuse text not null check (overuse in ('block', 'warn')),
  owner uuid not null,
  note text,
  entitled double precision not null,
  used double precision not null,
  free double precision not null,
  ends_on date,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table entitlement (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('standing', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  licence uuid not null,
  quantity double precision not null,
  valid_from date not null,
  valid_to date,
  reference text,
  contract uuid,
  cost double precision,
  note text,
  withdrawn_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table allocation (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('held', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  licence uuid not null,
  person uuid,
  asset uuid,
  quantity double precision not null,
  note text,
  withdrawn_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table contract add constraint contract_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table contract add constraint contract_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table contract add constraint contract_department_link
  foreign key (department) references department deferrable initially deferred;
alter table contract add constraint contract_follows_link
  foreign key (follows) references contract deferrable initially deferred;
alter table licence add constraint licence_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table licence add constraint licence_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table entitlement add constraint entitlement_licence_link
  foreign key (licence) references licence deferrable initially deferred;
alter table entitlement add constraint entitlement_contract_link
  foreign key (contract) references contract deferrable initially deferred;
alter table allocation add constraint allocation_licence_link
  foreign key (licence) references licence deferrable initially deferred;
alter table allocation add constraint allocation_person_link
  foreign key (person) references person deferrable initially deferred;
alter table allocation add constraint allocation_asset_link
  foreign key (asset) references asset deferrable initially deferred;
create index contract_by_state on contract (state, id desc) include (kind);
create index contract_by_created_by on contract (created_by, id desc) include (state, kind);
create index contract_custom on contract using gin (custom jsonb_path_ops) where custom <> '{}';
create index contract_title_sort on contract (title, id);
create index contract_code_sort on contract (code, id);
create unique index contract_code_unique on contract (code);
create index contract_by_supplier on contract (supplier, id desc) include (state, kind);
create index contract_by_kind on contract (kind, id desc) include (state);
create index contract_amount_sort on contract (amount, id);
create index contract_by_valid_from on contract (valid_from, id desc) include (state, kind);
create index contract_valid_from_sort on contract (valid_from, id);
create index contract_by_valid_to on contract (valid_to, id desc) include (state, kind);
create index contract_valid_to_sort on contract (valid_to, id);
create index contract_by_notice_on on contract (notice_on, id desc) include (state, kind);
create index contract_notice_on_sort on contract (notice_on, id);
create index contract_by_owner on contract (owner, id desc) include (state, kind);
create index contract_by_department on contract (department, id desc) include (state, kind);
create index contract_by_assets on contract using gin (assets);
create index contract_by_follows on contract (follows, id desc) include (state, kind);
create index licence_by_state on licence (state, id desc) include (metric, overuse);
create index licence_by_created_by on licence (created_by, id desc) include (state, metric, overuse);
create index licence_custom on licence using gin (custom jsonb_path_ops) where custom <> '{}';
create index licence_name_sort on licence (name, id);
create unique index licence_name_unique on licence (name);
create index licence_by_software on licence using gin (software);
create index licence_by_supplier on licence (supplier, id desc) include (state, metric, overuse);
create index licence_by_metric on licence (metric, id desc) include (state, overuse);
create index licence_by_overuse on licence (overuse, id desc) include (state, metric);
create index licence_by_owner on licence (owner, id desc) include (state, metric, overuse);
create index licence_entitled_sort on licence (entitled, id);
create index licence_used_sort on licence (used, id);
create index licence_by_free on licence (free, id desc) include (state, metric, overuse);
create index licence_free_sort on licence (free, id);
create index licence_by_ends_on on licence (ends_on, id desc) include (state, metric, overuse);
create index licence_ends_on_sort on licence (ends_on, id);
create index entitlement_by_state on entitlement (state, id desc);
create index entitlement_by_created_by on entitlement (created_by, id desc) include (state);
create index entitlement_custom on entitlement using gin (custom jsonb_path_ops) where custom <> '{}';
create index entitlement_by_licence on entitlement (licence, id desc) include (state);
create index entitlement_quantity_sort on entitlement (quantity, id);
create index entitlement_by_valid_from on entitlement (valid_from, id desc) include (state);
create index entitlement_valid_from_sort on entitlement (valid_from, id);
create index entitlement_by_valid_to on entitlement (valid_to, id desc) include (state);
create index entitlement_valid_to_sort on entitlement (valid_to, id);
create index entitlement_by_contract on entitlement (contract, id desc) include (state);
create index allocation_by_state on allocation (state, id desc);
create index allocation_by_created_by on allocation (created_by, id desc) include (state);
create index allocation_custom on allocation using gin (custom jsonb_path_ops) where custom <> '{}';
create index allocation_by_licence on allocation (licence, id desc) include (state);
create index allocation_by_person on allocation (person, id desc) include (state);
create index allocation_by_asset on allocation (asset, id desc) include (state);
alter table contract add column search tsvector generated always as (search_terms(coalesce("title", '') || ' ' || coalesce("code", ''), 'A')) stored;
comment on column contract.search is 'title code';
create index contract_search on contract using gin (search) with (gin_pending_list_limit = 64);
alter table licence add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column licence.search is 'name';
create index licence_search on licence using gin (search) with (gin_pending_list_limit = 64);
alter table entitlement add column search tsvector generated always as (search_terms(coalesce("reference", ''), 'A')) stored;
comment on column entitlement.search is 'reference';
create index entitlement_search on entitlement using gin (search) with (gin_pending_list_limit = 64);

alter table contract add constraint contract_span check (valid_to >= valid_from);
create unique index contract_next on contract (follows) where state <> 'ended';
alter table entitlement add constraint entitlement_span check (valid_to >= valid_from);
alter table entitlement add constraint entitlement_some check (quantity > 0);
alter table allocation add constraint allocation_some check (quantity > 0);
alter table allocation add constraint allocation_one_holder check (num_nonnulls(person, asset) = 1);
create unique index allocation_person_once on allocation (licence, person) where state = 'held';
create unique index allocation_asset_once on allocation (licence, asset) where state = 'held';

-- A name without what is written now so, now so, as `supplier.rules.ts` has it.
create function supplier_core(name text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(name, nfkc), '[][\s()【】〔〕.,、·・&''"“”-]', '', 'g'));
create unique index supplier_core_unique on supplier (supplier_core(name));

-- Warranties by model and month are read from the index alone, however many assets there are.
create index asset_warranties on asset (warranty_until, model)
  where state in ('ordered', 'in-stock', 'in-use', 'in-repair');
