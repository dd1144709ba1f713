-- why: staff sign in by Feide from the kommuner a school takes, sign out there too, and Feide's class groups confirm who teaches a class

create table school_realm (
  school_id uuid not null references school (school_id),
  realm text not null,
  primary key (school_id, realm)
);
comment on table school_realm is 'retention: installation; a kommune at Feide whose staff a school lets in';

alter table staff_session add column sign_out bytea;

create table class_group (
  school_id uuid not null,
  staff_id uuid not null,
  class_id uuid not null,
  not_after timestamptz not null,
  seen_at timestamptz not null,
  primary key (school_id, staff_id, class_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  foreign key (school_id, class_id) references class (school_id, class_id)
);
create index class_group_class on class_group (school_id, class_id);
comment on table class_group is 'retention: staff; when Feide last said that a staff member is a teacher of a class, and until when';

alter table school_realm enable row level security;
alter table school_realm force row level security;
create policy school_scope on school_realm
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);
alter table class_group enable row level security;
alter table class_group force row level security;
create policy school_scope on class_group
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, delete on school_realm to samhold_runtime;
grant select, insert, update, delete on class_group to samhold_runtime;
