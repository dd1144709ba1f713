-- why: staff are told about more than rounds of a class, each person chooses when mail comes, and signals nobody has judged are reminded of

-- The kinds are those of the contract; each slice that tells staff something adds its own there.
alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind ~ '^[a-z][a-z_]{2,39}$') not valid;
-- Whoever reads notices runs in the process that migrates.
-- squawk-ignore ban-drop-not-null
alter table notice alter column round_id drop not null;
-- squawk-ignore ban-drop-not-null
alter table notice alter column class_id drop not null;
-- Whose case it is, when it is about one.
alter table notice add column case_id uuid;
alter table notice add column mail_at timestamptz;
alter table notice add column mail_job_at timestamptz;
update notice set mail_at = made_at, mail_job_at = made_at where mailed_at is null;
alter table notice drop constraint notice_school_id_staff_id_kind_round_id_class_id_key;
-- The table is small.
-- squawk-ignore disallowed-unique-constraint, constraint-missing-not-valid
alter table notice add constraint notice_once
  unique nulls not distinct (school_id, staff_id, kind, round_id, class_id, case_id);
create index notice_mail on notice (school_id, mail_at) where mail_job_at is null and read_at is null;
comment on table notice is 'retention: staff; a staff member is told something, once a kind for each round, class and case it is about';

create table notice_choice (
  school_id uuid not null,
  staff_id uuid not null,
  subject text not null,
  mailed text not null check (mailed in ('at_once', 'daily', 'weekly', 'none')),
  primary key (school_id, staff_id, subject),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
comment on table notice_choice is 'retention: staff; how a staff member wants mail about notices of one subject';

create table quiet_hours (
  school_id uuid not null,
  staff_id uuid not null,
  from_time time,
  to_time time,
  weekends boolean not null,
  free_days boolean not null,
  primary key (school_id, staff_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  check ((from_time is null) = (to_time is null)),
  check (to_time < from_time)
);
comment on table quiet_hours is 'retention: staff; when a staff member wants no mail, by the clock in Norway';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['notice_choice', 'quiet_hours'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update, delete on notice_choice, quiet_hours to samhold_runtime;
