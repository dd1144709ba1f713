-- why: before any school is in scope, the first administrator's link leads to the one there is and an owner's sign-in method must know whether it is shared; a person of two schools comes to the one used last

create table owner_school_lookup (
  owner_hash bytea not null,
  school_id uuid not null,
  primary key (owner_hash, school_id)
);
comment on table owner_school_lookup is 'retention: lookup; keyed hash of an owner, to find its schools before one is in scope';

alter table staff_identity add column last_used_at timestamptz;

grant select, insert on owner_school_lookup to samhold_runtime;
