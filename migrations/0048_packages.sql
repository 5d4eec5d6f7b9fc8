-- What vendors announce and deliver: bulletins held against what the firm runs, and packages with the versions they fit.
create table upgrade_package (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('registered', 'checked', 'tested', 'failed', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  supplier uuid,
  bulletin uuid,
  product text not null,
  fits text not null,
  to_version text not null,
  contents text not null,
  fixes text,
  steps text,
  files jsonb not null,
  tested_on uuid[] not null,
  test_result text,
  tested_by uuid,
  tested_at timestamptz,
  withdraw_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table bulletin_feed (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('active', 'paused')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  supplier uuid,
  url text not null,
  product text,
  read_at timestamptz,
  fault text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table vendor_bulletin (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('unread', 'read', 'decided')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  supplier uuid,
  published_at timestamptz not null,
  severity text not null check (severity in ('critical', 'important', 'info')),
  text text,
  url text,
  product text,
  versions text,
  affected uuid[] not null,
  unsure uuid[] not null,
  read_by uuid,
  read_at timestamptz,
  decision text check (decision in ('change', 'watch', 'nothing')),
  decision_reason text,
  decided_by uuid,
  feed uuid,
  entry text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table upgrade_package add constraint upgrade_package_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table upgrade_package add constraint upgrade_package_bulletin_link
  foreign key (bulletin) references vendor_bulletin deferrable initially deferred;
alter table upgrade_package add constraint upgrade_package_tested_by_link
  foreign key (tested_by) references person deferrable initially deferred;
alter table vendor_bulletin add constraint vendor_bulletin_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table vendor_bulletin add constraint vendor_bulletin_read_by_link
  foreign key (read_by) references person deferrable initially deferred;
alter table vendor_bulletin add constraint vendor_bulletin_decided_by_link
  foreign key (decided_by) references person deferrable initially deferred;
alter table change add column package uuid;
alter table change add column bulletin uuid;
create index change_by_package on change (package, id desc) include (state, kind, risk);
create index change_by_bulletin on change (bulletin, id desc) include (state, kind, risk);
create index upgrade_package_by_state on upgrade_package (state, id desc);
create index upgrade_package_by_created_by on upgrade_package (created_by, id desc) include (state);
create index upgrade_package_custom on upgrade_package using gin (custom jsonb_path_ops) where custom <> '{}';
create index upgrade_package_by_supplier on upgrade_package (supplier, id desc) include (state);
create index upgrade_package_by_bulletin on upgrade_package (bulletin, id desc) include (state);
create index upgrade_package_by_product on upgrade_package (product, id desc) include (state);
create index upgrade_package_to_version_sort on upgrade_package (to_version, id);
create index vendor_bulletin_by_state on vendor_bulletin (state, id desc) include (severity, decision);
create index vendor_bulletin_by_created_by on vendor_bulletin (created_by, id desc) include (state, severity, decision);
create index vendor_bulletin_custom on vendor_bulletin using gin (custom jsonb_path_ops) where custom <> '{}';
create index vendor_bulletin_by_supplier on vendor_bulletin (supplier, id desc) include (state, severity, decision);
create index vendor_bulletin_by_published_at on vendor_bulletin (published_at, id desc) include (state, severity, decision);
create index vendor_bulletin_published_at_sort on vendor_bulletin (published_at, id);
create index vendor_bulletin_by_severity on vendor_bulletin (severity, id desc) include (state, decision);
create index vendor_bulletin_by_product on vendor_bulletin (product, id desc) include (state, severity, decision);
create index vendor_bulletin_by_affected on vendor_bulletin using gin (affected);
create index vendor_bulletin_by_decision on vendor_bulletin (decision, id desc) include (state, severity);
alter table upgrade_package add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("product", ''), 'B')) stored;
comment on column upgrade_package.search is 'title; product';
create index upgrade_package_search on upgrade_package using gin (search) with (gin_pending_list_limit = 64);
alter table vendor_bulletin add column search tsvector generated always as (search_terms(coalesce("title", '') || ' ' || coalesce("entry", ''), 'A') || search_terms(coalesce("text", '') || ' ' || coalesce("product", ''), 'B')) stored;
comment on column vendor_bulletin.search is 'title entry; text product';
create index vendor_bulletin_search on vendor_bulletin using gin (search) with (gin_pending_list_limit = 64);
alter table change add constraint change_package_link
  foreign key (package) references upgrade_package deferrable initially deferred;
alter table change add constraint change_bulletin_link
  foreign key (bulletin) references vendor_bulletin deferrable initially deferred;
alter table bulletin_feed add constraint bulletin_feed_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
create index vendor_bulletin_by_feed on vendor_bulletin (feed, id desc) include (state, severity, decision);
create unique index vendor_bulletin_entry_unique on vendor_bulletin (entry);
create index bulletin_feed_by_state on bulletin_feed (state, id desc);
create index bulletin_feed_by_created_by on bulletin_feed (created_by, id desc) include (state);
create index bulletin_feed_custom on bulletin_feed using gin (custom jsonb_path_ops) where custom <> '{}';
create index bulletin_feed_name_sort on bulletin_feed (name, id);
create index bulletin_feed_by_supplier on bulletin_feed (supplier, id desc) include (state);
create unique index bulletin_feed_url_unique on bulletin_feed (url);
alter table bulletin_feed add column search tsvector generated always as (search_terms(coalesce("name", '') || ' ' || coalesce("url", ''), 'A')) stored;
comment on column bulletin_feed.search is 'name url';
create index bulletin_feed_search on bulletin_feed using gin (search) with (gin_pending_list_limit = 64);
alter table vendor_bulletin add constraint vendor_bulletin_feed_link
  foreign key (feed) references bulletin_feed deferrable initially deferred;
