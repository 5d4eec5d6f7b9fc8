-- What hangs on every record: attachments, comments with their versions, private notes, watchers.

-- The bytes lie in the store by their digest; a row says what they are called and where they hang. A removed row stays.
create table attachment (
  id uuid primary key,
  record text not null,
  record_id uuid not null,
  name text not null,
  media_type text not null, -- as the bytes say, never as the sender said
  size bigint not null check (size > 0),
  digest text not null,
  private boolean not null,
  at timestamptz not null,
  by uuid,
  verdict text not null check (verdict in ('unchecked', 'checking', 'clean', 'infected')),
  finding text, -- what the scanner calls what it found
  removed_at timestamptz,
  removed_by uuid
);
create index attachment_record on attachment (record_id, id);
create index attachment_digest on attachment (digest) where removed_at is null;

alter table comment
  add column private boolean not null default false,
  add column mentions uuid[] not null default '{}',
  add column edited_at timestamptz,
  add column withdrawn_at timestamptz;
alter table comment alter column private drop default, alter column mentions drop default;

-- Every wording a comment ever had. The journal names each by its digest, so that it holds no text that some may not read.
create table comment_version (
  comment uuid not null references comment,
  n int not null,
  at timestamptz not null,
  text text not null,
  primary key (comment, n)
);
insert into comment_version (comment, n, at, text) select id, 1, at, text from comment;
create trigger comment_version_append_only before update or delete on comment_version
  for each row execute function forbid_change();
create trigger comment_version_no_truncate before truncate on comment_version execute function forbid_change();
revoke update, delete, truncate on comment_version from touchstone_app;

-- Who wants to know. Whoever stopped has a row too: what follows by itself does not make them watch again.
create table watcher (
  record text not null,
  record_id uuid not null,
  person uuid not null,
  since timestamptz not null,
  why text not null check (why in ('self', 'created', 'assigned', 'mentioned', 'commented')),
  stopped_at timestamptz,
  primary key (record_id, person)
);
create index watcher_person on watcher (person, record);
