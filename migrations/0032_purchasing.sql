-- Purchases with their receipts, invoices and budgets; what is handed over, and what is lent.
create table purchase (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('requested', 'approved', 'ordered', 'partly-received', 'received', 'paid', 'rejected', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text not null,
  reason text not null,
  requester uuid,
  department uuid,
  approvers uuid[] not null,
  needed_by date,
  lines jsonb not null,
  quotes jsonb not null,
  supplier uuid,
  choice_reason text,
  deliver_to text,
  payment_terms text,
  total double precision not null,
  budget uuid,
  overdraws boolean not null,
  received jsonb not null,
  open_amount double precision not null,
  ordered_at timestamptz,
  ordered_by uuid,
  short_reason text,
  reject_reason text,
  cancel_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table receipt (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('booked')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  purchase uuid not null,
  kind text not null check (kind in ('in', 'return')),
  lines jsonb not null,
  assets uuid[] not null,
  received_on date,
  location uuid,
  delivery_note text,
  note text,
  supplier uuid,
  department uuid,
  budget uuid,
  amount double precision not null,
  journal_n int not null,
  journal_head bytea not null
);
create trigger receipt_append_only before delete or update on receipt for each row execute function forbid_change();
create trigger receipt_no_truncate before truncate on receipt execute function forbid_change();
revoke update, delete, truncate on receipt from touchstone_app;
create table invoice (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('entered', 'matched', 'paid', 'returned')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  code text not null,
  purchase uuid not null,
  lines jsonb not null,
  invoiced_on date not null,
  note text,
  amount double precision not null,
  supplier uuid,
  budget uuid,
  differences jsonb not null,
  accept_reason text,
  accepted_by uuid,
  paid_on date,
  paid_by uuid,
  return_reason text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table budget (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('draft', 'in-force', 'closed')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  name text not null,
  year double precision not null,
  department uuid not null,
  category uuid,
  planned double precision not null,
  note text,
  revised_why text,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table handover (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('waiting', 'done', 'refused', 'withdrawn')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  kind text not null check (kind in ('issue', 'return')),
  holder uuid not null,
  assets uuid[] not null,
  items jsonb not null,
  department uuid,
  location uuid,
  reason text,
  condition text,
  remarks text,
  refuse_reason text,
  signed_by uuid,
  signed_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
create table loan (
  id uuid primary key,
  number text collate "C" not null unique,
  state text not null check (state in ('reserved', 'lent', 'overdue', 'returned', 'cancelled')),
  version int not null,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  title text,
  asset uuid not null,
  borrower uuid not null,
  starts_on date,
  due_on date not null,
  purpose text,
  extend_reason text,
  condition text,
  cancel_reason text,
  lent_at timestamptz,
  returned_at timestamptz,
  reminded_at timestamptz,
  custom jsonb not null default '{}',
  journal_n int not null,
  journal_head bytea not null
);
alter table purchase add constraint purchase_requester_link
  foreign key (requester) references person deferrable initially deferred;
alter table purchase add constraint purchase_department_link
  foreign key (department) references department deferrable initially deferred;
alter table purchase add constraint purchase_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table purchase add constraint purchase_budget_link
  foreign key (budget) references budget deferrable initially deferred;
alter table purchase add constraint purchase_ordered_by_link
  foreign key (ordered_by) references person deferrable initially deferred;
alter table receipt add constraint receipt_purchase_link
  foreign key (purchase) references purchase deferrable initially deferred;
alter table receipt add constraint receipt_location_link
  foreign key (location) references location deferrable initially deferred;
alter table receipt add constraint receipt_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table receipt add constraint receipt_department_link
  foreign key (department) references department deferrable initially deferred;
alter table receipt add constraint receipt_budget_link
  foreign key (budget) references budget deferrable initially deferred;
alter table invoice add constraint invoice_purchase_link
  foreign key (purchase) references purchase deferrable initially deferred;
alter table invoice add constraint invoice_supplier_link
  foreign key (supplier) references supplier deferrable initially deferred;
alter table invoice add constraint invoice_budget_link
  foreign key (budget) references budget deferrable initially deferred;
alter table invoice add constraint invoice_accepted_by_link
  foreign key (accepted_by) references person deferrable initially deferred;
alter table invoice add constraint invoice_paid_by_link
  foreign key (paid_by) references person deferrable initially deferred;
alter table budget add constraint budget_department_link
  foreign key (department) references department deferrable initially deferred;
alter table budget add constraint budget_category_link
  foreign key (category) references asset_category deferrable initially deferred;
alter table handover add constraint handover_holder_link
  foreign key (holder) references person deferrable initially deferred;
alter table handover add constraint handover_department_link
  foreign key (department) references department deferrable initially deferred;
alter table handover add constraint handover_location_link
  foreign key (location) references location deferrable initially deferred;
alter table handover add constraint handover_signed_by_link
  foreign key (signed_by) references person deferrable initially deferred;
alter table loan add constraint loan_asset_link
  foreign key (asset) references asset deferrable initially deferred;
alter table loan add constraint loan_borrower_link
  foreign key (borrower) references person deferrable initially deferred;
alter table asset add column receipt uuid;
alter table asset add column receipt_line double precision;
alter table asset add constraint asset_receipt_link
  foreign key (receipt) references receipt deferrable initially deferred;
create index asset_by_receipt on asset (receipt, id desc) include (state, classification);
create index purchase_by_state on purchase (state, id desc) include (overdraws);
create index purchase_by_created_by on purchase (created_by, id desc) include (state, overdraws);
create index purchase_custom on purchase using gin (custom jsonb_path_ops) where custom <> '{}';
create index purchase_by_requester on purchase (requester, id desc) include (state, overdraws);
create index purchase_by_department on purchase (department, id desc) include (state, overdraws);
create index purchase_by_approvers on purchase using gin (approvers);
create index purchase_by_needed_by on purchase (needed_by, id desc) include (state, overdraws);
create index purchase_needed_by_sort on purchase (needed_by, id);
create index purchase_by_supplier on purchase (supplier, id desc) include (state, overdraws);
create index purchase_by_total on purchase (total, id desc) include (state, overdraws);
create index purchase_total_sort on purchase (total, id);
create index purchase_by_budget on purchase (budget, id desc) include (state, overdraws);
create index purchase_by_overdraws on purchase (overdraws, id desc) include (state);
create index purchase_open_amount_sort on purchase (open_amount, id);
create index purchase_by_ordered_at on purchase (ordered_at, id desc) include (state, overdraws);
create index purchase_ordered_at_sort on purchase (ordered_at, id);
create index receipt_by_state on receipt (state, id desc) include (kind);
create index receipt_by_created_by on receipt (created_by, id desc) include (state, kind);
create index receipt_by_purchase on receipt (purchase, id desc) include (state, kind);
create index receipt_by_kind on receipt (kind, id desc) include (state);
create index receipt_by_received_on on receipt (received_on, id desc) include (state, kind);
create index receipt_received_on_sort on receipt (received_on, id);
create index receipt_by_location on receipt (location, id desc) include (state, kind);
create index receipt_by_supplier on receipt (supplier, id desc) include (state, kind);
create index receipt_by_department on receipt (department, id desc) include (state, kind);
create index receipt_by_budget on receipt (budget, id desc) include (state, kind);
create index receipt_amount_sort on receipt (amount, id);
create index invoice_by_state on invoice (state, id desc);
create index invoice_by_created_by on invoice (created_by, id desc) include (state);
create index invoice_custom on invoice using gin (custom jsonb_path_ops) where custom <> '{}';
create index invoice_code_sort on invoice (code, id);
create unique index invoice_code_unique on invoice (code);
create index invoice_by_purchase on invoice (purchase, id desc) include (state);
create index invoice_by_invoiced_on on invoice (invoiced_on, id desc) include (state);
create index invoice_invoiced_on_sort on invoice (invoiced_on, id);
create index invoice_amount_sort on invoice (amount, id);
create index invoice_by_supplier on invoice (supplier, id desc) include (state);
create index invoice_by_budget on invoice (budget, id desc) include (state);
create index invoice_by_paid_on on invoice (paid_on, id desc) include (state);
create index invoice_paid_on_sort on invoice (paid_on, id);
create index budget_by_state on budget (state, id desc);
create index budget_by_created_by on budget (created_by, id desc) include (state);
create index budget_custom on budget using gin (custom jsonb_path_ops) where custom <> '{}';
create index budget_name_sort on budget (name, id);
create index budget_by_year on budget (year, id desc) include (state);
create index budget_year_sort on budget (year, id);
create index budget_by_department on budget (department, id desc) include (state);
create index budget_by_category on budget (category, id desc) include (state);
create index budget_planned_sort on budget (planned, id);
create index handover_by_state on handover (state, id desc) include (kind);
create index handover_by_created_by on handover (created_by, id desc) include (state, kind);
create index handover_custom on handover using gin (custom jsonb_path_ops) where custom <> '{}';
create index handover_by_kind on handover (kind, id desc) include (state);
create index handover_by_holder on handover (holder, id desc) include (state, kind);
create index handover_by_assets on handover using gin (assets);
create index handover_by_department on handover (department, id desc) include (state, kind);
create index handover_by_signed_by on handover (signed_by, id desc) include (state, kind);
create index handover_by_signed_at on handover (signed_at, id desc) include (state, kind);
create index handover_signed_at_sort on handover (signed_at, id);
create index loan_by_state on loan (state, id desc);
create index loan_by_created_by on loan (created_by, id desc) include (state);
create index loan_custom on loan using gin (custom jsonb_path_ops) where custom <> '{}';
create index loan_by_asset on loan (asset, id desc) include (state);
create index loan_by_borrower on loan (borrower, id desc) include (state);
create index loan_by_starts_on on loan (starts_on, id desc) include (state);
create index loan_starts_on_sort on loan (starts_on, id);
create index loan_by_due_on on loan (due_on, id desc) include (state);
create index loan_due_on_sort on loan (due_on, id);
create index loan_by_returned_at on loan (returned_at, id desc) include (state);
create index loan_returned_at_sort on loan (returned_at, id);
alter table purchase add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("reason", ''), 'B')) stored;
comment on column purchase.search is 'title; reason';
create index purchase_search on purchase using gin (search) with (gin_pending_list_limit = 64);
alter table receipt add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A') || search_terms(coalesce("delivery_note", ''), 'B')) stored;
comment on column receipt.search is 'title; deliveryNote';
create index receipt_search on receipt using gin (search) with (gin_pending_list_limit = 64);
alter table invoice add column search tsvector generated always as (search_terms(coalesce("code", ''), 'A')) stored;
comment on column invoice.search is 'code';
create index invoice_search on invoice using gin (search) with (gin_pending_list_limit = 64);
alter table budget add column search tsvector generated always as (search_terms(coalesce("name", ''), 'A')) stored;
comment on column budget.search is 'name';
create index budget_search on budget using gin (search) with (gin_pending_list_limit = 64);
alter table handover add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column handover.search is 'title';
create index handover_search on handover using gin (search) with (gin_pending_list_limit = 64);
alter table loan add column search tsvector generated always as (search_terms(coalesce("title", ''), 'A')) stored;
comment on column loan.search is 'title';
create index loan_search on loan using gin (search) with (gin_pending_list_limit = 64);

-- Of no line more comes in than was ordered, whoever writes it.
create function within_order(lines jsonb, received jsonb) returns boolean language sql immutable as $$
  select coalesce(bool_and((came.share->>'quantity')::int between 0 and (lines->(came.n::int - 1)->>'quantity')::int), true)
  from jsonb_array_elements(received) with ordinality as came(share, n)
$$;
alter table purchase add constraint purchase_within_order check (within_order(lines, received));

-- One plan for each year, department and category, or for everything else.
create unique index budget_once on budget (year, department, coalesce(category, '00000000-0000-0000-0000-000000000000'))
  where state <> 'closed';

-- Who enters an invoice neither accepts nor pays it; nobody signs for what they give back themselves.
alter table invoice add constraint invoice_two_people check (accepted_by <> created_by and paid_by <> created_by);
alter table handover add constraint handover_two_people check (kind = 'issue' or signed_by <> holder);

-- What is lent is not lent again, and no two have it on one day.
create unique index loan_once on loan (asset) where state in ('lent', 'overdue');
alter table loan add constraint loan_days
  exclude using gist (asset with =, daterange(starts_on, due_on, '[]') with &&)
  where (state in ('reserved', 'lent', 'overdue'));
create index loan_due on loan (due_on) where state = 'lent';
