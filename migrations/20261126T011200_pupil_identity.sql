-- why: a pupil who has proved who they are gets in by the school account from then on

create table pupil_identity_lookup (
  subject_hash bytea primary key,
  school_id uuid not null
);
comment on table pupil_identity_lookup is 'retention: lookup; keyed hash of a pupil''s issuer and subject, to find the school';

create table pupil_identity (
  school_id uuid not null,
  pupil_id uuid not null,
  subject_hash bytea not null,
  signed_in_at timestamptz not null,
  primary key (school_id, pupil_id),
  unique (school_id, subject_hash),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id)
);
comment on table pupil_identity is 'retention: roster; the school account a pupil gets in by, by keyed hash, and the sign-in it was bound by';

alter table pupil_identity enable row level security;
alter table pupil_identity force row level security;
create policy school_scope on pupil_identity
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update, delete on pupil_identity_lookup, pupil_identity to samhold_runtime;
