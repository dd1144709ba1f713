-- why: a school is closed: it waits, read by its leadership alone, is handed over and deleted; what is left is a receipt of its owner

create table school_closing (
  school_id uuid primary key references school (school_id),
  begun_at timestamptz not null,
  delete_from date not null,
  ordered_by text not null,
  exported_at timestamptz,
  export_hash bytea,
  export_manifest_hash bytea,
  records_hash bytea,
  check ((exported_at is null) = (export_hash is null)),
  check ((exported_at is null) = (export_manifest_hash is null)),
  check ((exported_at is null) = (records_hash is null))
);
comment on table school_closing is 'retention: installation; that the school is closing: since when, deleted from which day, by whose order, and the hash of what was handed over';

alter table school_closing enable row level security;
alter table school_closing force row level security;
create policy school_scope on school_closing
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);
grant select, insert, update, delete on school_closing to samhold_runtime;

create table closed_school (
  owner_id uuid not null references school_owner (owner_id),
  closed_id uuid not null,
  school_name text not null,
  organisation_number text not null,
  ordered_by text not null,
  begun_at timestamptz not null,
  deleted_at timestamptz not null,
  exported_at timestamptz not null,
  export_hash bytea not null,
  export_manifest_hash bytea not null,
  received_as text not null,
  deleted_rows jsonb not null,
  log_sequence bigint not null,
  log_hash bytea not null,
  backups_until date not null,
  primary key (owner_id, closed_id)
);
comment on table closed_school is 'retention: installation; receipt of a school that was deleted, for its owner: what was handed over, how many rows went, where its log ended; nobody''s name';
-- Written by the login that deletes, and by nobody else.
grant select on closed_school to samhold_runtime;
