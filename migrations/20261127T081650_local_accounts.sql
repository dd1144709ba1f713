-- why: a school without Feide, and the first administrator, sign in by a password and an app for codes; guessing is slowed, also over a restart

create table account_lookup (
  name_hash bytea primary key,
  school_id uuid not null
);
comment on table account_lookup is 'retention: lookup; keyed hash of the name of an account, to find the school before sign-in';

create table account_try (
  name_hash bytea primary key,
  tries integer not null,
  open_from timestamptz not null,
  last_at timestamptz not null
);
create index account_try_last_at on account_try (last_at);
comment on table account_try is 'retention: installation; tries to sign in by a name, known by keyed hash, whether or not anybody has it, and when the next one is looked at; gone after a day';

create table local_account (
  school_id uuid not null,
  staff_id uuid not null,
  name_hash bytea not null,
  password_hash text not null,
  first_until timestamptz,
  totp_secret bytea,
  totp_step bigint not null default 0,
  primary key (school_id, staff_id),
  unique (school_id, name_hash),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  check ((first_until is null) = (totp_secret is not null))
);
comment on table local_account is 'retention: staff; a password by argon2id and the sealed secret of an app for codes, or a first password and until when it holds';

create table recovery_code (
  school_id uuid not null,
  staff_id uuid not null,
  code_hash bytea not null,
  primary key (school_id, staff_id, code_hash),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
comment on table recovery_code is 'retention: staff; codes that are left for whoever has lost the app, by keyed hash';

alter table local_account enable row level security;
alter table local_account force row level security;
create policy school_scope on local_account
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy school_scope on recovery_code
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, delete on account_lookup, recovery_code to samhold_runtime;
grant select, insert, update, delete on account_try, local_account to samhold_runtime;
