-- why: the server takes a backup once a day, whichever process comes first, and says so when it could not

create table backup_run (
  day date primary key,
  begun_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('written', 'failed')),
  bytes bigint check (bytes > 0),
  check ((ended_at is null) = (outcome is null)),
  check ((bytes is not null) = (outcome is not distinct from 'written'))
);
comment on table backup_run is 'retention: installation; when the backup of a day was begun and what came of it';

grant select, insert, update on backup_run to samhold_runtime;
