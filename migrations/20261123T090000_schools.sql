-- why: owners, schools, years, classes, people and their relations: who exists, and who may what, from when to when

create table school_owner (
  owner_id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);
comment on table school_owner is 'retention: installation; the kommune that runs the schools';

create table sign_in_lookup (
  subject_hash bytea not null,
  school_id uuid not null,
  primary key (subject_hash, school_id)
);
comment on table sign_in_lookup is 'retention: lookup; keyed hash of issuer and subject, to find the school before sign-in';

create table school (
  school_id uuid primary key,
  owner_id uuid not null references school_owner (owner_id),
  name text not null,
  organisation_number text not null,
  wrapped_key bytea not null,
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table school is 'retention: installation; the school and its wrapped key';

create table school_year (
  school_id uuid not null references school (school_id),
  school_year_id uuid not null,
  label text not null,
  starts_on date not null,
  ends_on date not null,
  primary key (school_id, school_year_id),
  unique (school_id, label),
  check (starts_on < ends_on)
);
comment on table school_year is 'retention: installation; the school year';

create table class (
  school_id uuid not null,
  class_id uuid not null,
  school_year_id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (school_id, class_id),
  unique (school_id, school_year_id, name),
  foreign key (school_id, school_year_id) references school_year (school_id, school_year_id)
);
comment on table class is 'retention: aggregate; class of one school year, named by its letters only';

create table sealed_person (
  school_id uuid not null references school (school_id),
  person_id uuid not null,
  kind text not null check (kind in ('pupil', 'staff')),
  given_name bytea not null,
  family_name bytea not null,
  external_id bytea,
  external_id_hash bytea,
  primary key (school_id, person_id),
  unique (school_id, kind, external_id_hash)
);
comment on table sealed_person is 'retention: roster; the only table with names, each field sealed';

create table pupil (
  school_id uuid not null,
  pupil_id uuid not null,
  picture_code bytea not null,
  created_at timestamptz not null default now(),
  primary key (school_id, pupil_id),
  foreign key (school_id, pupil_id) references sealed_person (school_id, person_id)
);
comment on table pupil is 'retention: roster; pupil and sealed picture code';

create table class_membership (
  school_id uuid not null,
  class_id uuid not null,
  pupil_id uuid not null,
  grade smallint not null check (grade between 1 and 7),
  from_on date not null,
  to_on date,
  primary key (school_id, class_id, pupil_id, from_on),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  check (to_on is null or to_on >= from_on)
);
create index class_membership_pupil on class_membership (school_id, pupil_id);
comment on table class_membership is 'retention: roster; which pupil was in which class and grade, from and to';

create table staff_member (
  school_id uuid not null,
  staff_id uuid not null,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (school_id, staff_id),
  foreign key (school_id, staff_id) references sealed_person (school_id, person_id)
);
comment on table staff_member is 'retention: staff; an employee or reader who can sign in';

create table staff_identity (
  school_id uuid not null,
  subject_hash bytea not null,
  staff_id uuid not null,
  primary key (school_id, subject_hash),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
create index staff_identity_staff on staff_identity (school_id, staff_id);
comment on table staff_identity is 'retention: staff; keyed hash of the issuer and subject a staff member signs in with';

create table relation (
  school_id uuid not null,
  relation_id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('contact_teacher', 'substitute', 'employee', 'social_teacher',
    'environment_team', 'leadership', 'administrator', 'council_reader')),
  class_id uuid,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (school_id, relation_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  foreign key (school_id, class_id) references class (school_id, class_id),
  check ((kind in ('contact_teacher', 'substitute')) = (class_id is not null)),
  check (kind <> 'substitute' or to_at is not null)
);
create index relation_staff on relation (school_id, staff_id);
create index relation_class on relation (school_id, class_id);
comment on table relation is 'retention: staff; who may what, for which class, from and to';

create table staff_session (
  school_id uuid not null,
  token_hash bytea not null,
  staff_id uuid not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (school_id, token_hash),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
create index staff_session_staff on staff_session (school_id, staff_id);
comment on table staff_session is 'retention: session; a signed-in browser, by hash of its token';
