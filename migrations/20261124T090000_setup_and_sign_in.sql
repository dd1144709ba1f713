-- why: an empty installation needs a first administrator, its own sign-in method, and links that let a person bind a sign-in to the record the school made

create table setup_link (
  link_hash bytea primary key,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table setup_link is 'retention: installation; one-time link of the first administrator, by keyed hash';

create table sign_in_method (
  owner_id uuid primary key references school_owner (owner_id),
  issuer text not null,
  client_id text not null,
  client_secret bytea not null,
  acr_value text,
  changed_at timestamptz not null,
  tested_at timestamptz
);
comment on table sign_in_method is 'retention: installation; the OpenID provider of an owner, its secret sealed, and when its test last held';

create table invitation_lookup (
  link_hash bytea primary key,
  school_id uuid not null
);
comment on table invitation_lookup is 'retention: lookup; keyed hash of an open invitation, to find the school';

create table invitation (
  school_id uuid not null references school (school_id),
  link_hash bytea not null,
  staff_id uuid not null,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (school_id, link_hash),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  foreign key (school_id, made_by) references staff_member (school_id, staff_id)
);
create index invitation_staff on invitation (school_id, staff_id);
create index invitation_made_by on invitation (school_id, made_by);
comment on table invitation is 'retention: staff; a one-time link with which a staff member binds a sign-in to this record';

alter table invitation enable row level security;
alter table invitation force row level security;
create policy school_scope on invitation
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update, delete on setup_link, sign_in_method, invitation_lookup to samhold_runtime;
grant select, insert, update on invitation to samhold_runtime;
