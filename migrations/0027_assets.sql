-- What the firm owns or answers for: assets, what they are, where they stand, how they hang together, who supplies them.
create table asset (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('ordered', 'in-stock', 'in-use', 'in-repair', 'retired', 'disposed', 'lost')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  tag text not null,
  name text not null,
  registered_as text not null check (registered_as in ('in-use', 'in-stock', 'ordered')),
  category uuid not null,
  model uuid,
  serial text,
  location uuid,
  rack_unit double precision,
  department uuid,
  owner uuid,
  custodian uuid,
  classification text not null check (classification in ('public', 'internal', 'sensitive', 'secret')),
  components uuid[] not null,
  hostname text,
  address text,
  supplier uuid,
  purchased_on date,
  cost double precision,
  in_service_on date,
  depreciation text check (depreciation in ('straight-line', 'declining', 'none')),
  useful_months double precision,
  warranty_until date,
  note text,
  lost_how text,
  retired_on timestamptz,
  disposed_on timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table supplier (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('candidate', 'approved', 'suspended', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  registered_as text not null check (registered_as in ('candidate', 'approved')),
  kind text not null check (kind in ('manufacturer', 'reseller', 'software', 'carrier', 'maintenance', 'consulting')),
  credit_code text,
  contact text,
  phone text,
  email text,
  hotline text,
  owner uuid,
  note text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table location (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  kind text not null check (kind in ('site', 'building', 'room', 'rack', 'cabinet', 'desk')),
  parent uuid,
  height double precision,
  note text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table asset_category (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  name text not null,
  name_en text not null,
  kind text not null check (kind in ('hardware', 'network', 'software', 'database', 'document', 'facility')),
  tag_prefix text,
  storage boolean not null,
  depreciation text not null check (depreciation in ('straight-line', 'declining', 'none')),
  useful_months double precision not null,
  residual double precision not null,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table asset_model (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'retired')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  manufacturer text,
  category uuid not null,
  part_number text,
  height double precision,
  watts double precision,
  support_until date,
  note text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table asset_relation (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('standing', 'ended')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  "from" uuid not null,
  kind text not null check (kind in ('runs-on', 'connects-to', 'backed-up-by', 'part-of')),
  "to" uuid not null,
  note text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table asset add constraint asset_category_link
  foreign key (category) references asset_category deferrable initially deferred;
alter table asset add constraint asset_model_link
  foreign key (model) references asset_model deferrable initially deferred;
alter table asset add constraint asset_location_link
  foreign key (location) references location deferrable initially deferred;
alter table asset add constraint asset_department_link
  foreign key (department) references department deferrable initially deferred;
alter table asset add constraint asset_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table asset add constraint asset_custodian_link
  foreign key (custodian) references person deferrable initially deferred;
alter table asset add constraint asset_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table supplier add constraint supplier_owner_link
  foreign key (owner) references person deferrable initially deferred;
alter table location add constraint location_parent_link
  foreign key (parent) references location deferrable initially deferred;
alter table asset_model add constraint asset_model_category_link
  foreign key (category) references asset_category deferrable initially deferred;
alter table asset_relation add constraint asset_relation_from_link
  foreign key ("from") references asset deferrable initially deferred;
alter table asset_relation add constraint asset_relation_to_link
  foreign key ("to") references asset deferrable initially deferred;
create index asset_by_state on asset (state, id desc) include (classification);
create index asset_by_created_by on asset (created_by, id desc) include (state, classification);
create index asset_custom on asset using gin (custom jsonb_path_ops) where custom <> '{}';
create index asset_tag_sort on asset (tag, id);
create unique index asset_tag_unique on asset (tag);
create index asset_name_sort on asset (name, id);
create index asset_by_category on asset (category, id desc) include (state, classification);
create index asset_by_model on asset (model, id desc) include (state, classification);
create index asset_by_serial on asset (serial, id desc) include (state, classification);
create index asset_by_location on asset (location, id desc) include (state, classification);
create index asset_by_department on asset (department, id desc) include (state, classification);
create index asset_by_owner on asset (owner, id desc) include (state, classification);
create index asset_by_custodian on asset (custodian, id desc) include (state, classification);
create index asset_by_classification on asset (classification, id desc) include (state);
create index asset_by_components on asset using gin (components);
create index asset_by_hostname on asset (hostname, id desc) include (state, classification);
create index asset_by_address on asset (address, id desc) include (state, classification);
create index asset_by_supplier on asset (supplier, id desc) include (state, classification);
create index asset_by_purchased_on on asset (purchased_on, id desc) include (state, classification);
create index asset_purchased_on_sort on asset (purchased_on, id);
create index asset_cost_sort on asset (cost, id);
create index asset_by_in_service_on on asset (in_service_on, id desc) include (state, classification);
create index asset_in_service_on_sort on asset (in_service_on, id);
create index asset_by_warranty_until on asset (warranty_until, id desc) include (state, classification);
create index asset_warranty_until_sort on asset (warranty_until, id);
create index supplier_by_state on supplier (state, id desc) include (kind);
create index supplier_by_created_by on supplier (created_by, id desc) include (state, kind);
create index supplier_custom on supplier using gin (custom jsonb_path_ops) where custom <> '{}';
create index supplier_name_sort on supplier (name, id);
create unique index supplier_name_unique on supplier (name);
create index supplier_by_kind on supplier (kind, id desc) include (state);
create index supplier_by_owner on supplier (owner, id desc) include (state, kind);
create index location_by_state on location (state, id desc) include (kind);
create index location_by_created_by on location (created_by, id desc) include (state, kind);
create index location_custom on location using gin (custom jsonb_path_ops) where custom <> '{}';
create index location_code_sort on location (code, id);
create unique index location_code_unique on location (code);
create index location_name_sort on location (name, id);
create index location_by_kind on location (kind, id desc) include (state);
create index location_by_parent on location (parent, id desc) include (state, kind);
create index asset_category_by_state on asset_category (state, id desc) include (kind, storage);
create index asset_category_by_created_by on asset_category (created_by, id desc) include (state, kind, storage);
create index asset_category_custom on asset_category using gin (custom jsonb_path_ops) where custom <> '{}';
create index asset_category_code_sort on asset_category (code, id);
create unique index asset_category_code_unique on asset_category (code);
create index asset_category_name_sort on asset_category (name, id);
create index asset_category_by_kind on asset_category (kind, id desc) include (state, storage);
create index asset_category_by_storage on asset_category (storage, id desc) include (state, kind);
create index asset_model_by_state on asset_model (state, id desc);
create index asset_model_by_created_by on asset_model (created_by, id desc) include (state);
create index asset_model_custom on asset_model using gin (custom jsonb_path_ops) where custom <> '{}';
create index asset_model_name_sort on asset_model (name, id);
create unique index asset_model_name_unique on asset_model (name);
create index asset_model_by_manufacturer on asset_model (manufacturer, id desc) include (state);
create index asset_model_manufacturer_sort on asset_model (manufacturer, id);
create index asset_model_by_category on asset_model (category, id desc) include (state);
create index asset_model_by_support_until on asset_model (support_until, id desc) include (state);
create index asset_model_support_until_sort on asset_model (support_until, id);
create index asset_relation_by_state on asset_relation (state, id desc) include (kind);
create index asset_relation_by_created_by on asset_relation (created_by, id desc) include (state, kind);
create index asset_relation_custom on asset_relation using gin (custom jsonb_path_ops) where custom <> '{}';
create index asset_relation_by_from on asset_relation ("from", id desc) include (state, kind);
create index asset_relation_by_kind on asset_relation (kind, id desc) include (state);
create index asset_relation_by_to on asset_relation ("to", id desc) include (state, kind);
alter table asset add column search tsvector generated always as (search_terms(coalesce("tag", '') || ' ' || coalesce("name", ''), 'A') || search_terms(coalesce("serial", '') || ' ' || coalesce("hostname", '') || ' ' || coalesce("address", '') || ' ' || coalesce("note", ''), 'B')) stored;
comment on column asset.search is 'tag name; serial hostname address note';
create index asset_search on asset using gin (search) with (gin_pending_list_limit = 64);
alter table supplier add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A') || search_terms(coalesce("credit_code", '') || ' ' || coalesce("contact", ''), 'B')) stored;
comment on column supplier.search is 'name; creditCode contact';
create index supplier_search on supplier using gin (search) with (gin_pending_list_limit = 64);
alter table location add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("name", ''), 'A')) stored;
comment on column location.search is 'code name';
create index location_search on location using gin (search) with (gin_pending_list_limit = 64);
alter table asset_category add column search tsvector generated always as (search_terms(coalesce("code", '') || ' ' || coalesce("name", ''), 'A') || search_terms(coalesce("name_en", ''), 'B')) stored;
comment on column asset_category.search is 'code name; nameEn';
create index asset_category_search on asset_category using gin (search) with (gin_pending_list_limit = 64);
alter table asset_model add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A') || search_terms(coalesce("manufacturer", '') || ' ' || coalesce("part_number", ''), 'B')) stored;
comment on column asset_model.search is 'name; manufacturer partNumber';
create index asset_model_search on asset_model using gin (search) with (gin_pending_list_limit = 64);
create unique index asset_relation_once on asset_relation ("from", kind, "to") where state = 'standing';
alter table asset_relation add constraint asset_relation_of_two check ("from" <> "to");
