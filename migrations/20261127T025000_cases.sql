-- why: what is known and done about a pupil's school environment (§§ 12-4, 12-5) is one line from the first notice to an evaluated measure, and never written over (§ 12-10)

-- Whoever at the kommune takes what concerns a school's own leadership.
alter table relation drop constraint relation_kind_check;
-- squawk-ignore constraint-missing-not-valid
alter table relation add constraint relation_kind_check check (kind in ('contact_teacher', 'substitute', 'employee',
  'social_teacher', 'environment_team', 'leadership', 'principal', 'administrator', 'council_reader', 'owner'));

create table school_case (
  school_id uuid not null references school (school_id),
  case_id uuid not null,
  reference text not null,
  kind text not null check (kind in ('environment', 'staff')),
  class_id uuid,
  stage text not null check (stage in ('reported', 'told', 'investigating', 'investigated', 'planned', 'evaluated', 'closed', 'merged')),
  serious boolean not null default false,
  title bytea not null,
  known_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  revision integer not null default 1 check (revision > 0),
  evaluate_on date,
  merged_into uuid,
  split_from uuid,
  closed_at timestamptz,
  primary key (school_id, case_id),
  unique (school_id, reference),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (school_id, opened_by) references staff_member (school_id, staff_id),
  foreign key (school_id, merged_into) references school_case (school_id, case_id),
  foreign key (school_id, split_from) references school_case (school_id, case_id),
  check ((stage = 'merged') = (merged_into is not null)),
  check ((stage in ('closed', 'merged')) = (closed_at is not null))
);
create index school_case_stage on school_case (school_id, stage, evaluate_on);
create index school_case_class on school_case (school_id, class_id);
create index school_case_opened_by on school_case (school_id, opened_by);
create index school_case_merged_into on school_case (school_id, merged_into);
create index school_case_split_from on school_case (school_id, split_from);
comment on table school_case is 'retention: case; a case on the school environment of one or more pupils, or of a class; the title sealed; the reference drawn, so that a gap tells nothing';

create table case_pupil (
  school_id uuid not null,
  case_id uuid not null,
  pupil_id uuid not null,
  part text not null check (part in ('concerned', 'involved')),
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (school_id, case_id, pupil_id),
  foreign key (school_id, case_id) references school_case (school_id, case_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  foreign key (school_id, added_by) references staff_member (school_id, staff_id)
);
create index case_pupil_pupil on case_pupil (school_id, pupil_id);
create index case_pupil_added_by on case_pupil (school_id, added_by);
comment on table case_pupil is 'retention: case; whose school environment it is about, and who else is involved';

create table case_staff (
  school_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  part text not null check (part in ('responsible', 'participant', 'accused')),
  added_by uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (school_id, case_id, staff_id, from_at),
  foreign key (school_id, case_id) references school_case (school_id, case_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  foreign key (school_id, added_by) references staff_member (school_id, staff_id),
  check (to_at is null or to_at >= from_at)
);
create index case_staff_staff on case_staff (school_id, staff_id);
create index case_staff_added_by on case_staff (school_id, added_by);
comment on table case_staff is 'retention: case; who takes part in a case, and whom a case under § 12-5 is about, who never sees it';

create table case_source (
  school_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('signal', 'talk_wish', 'incident', 'survey')),
  source_id uuid not null,
  primary key (school_id, case_id, kind, source_id),
  foreign key (school_id, case_id) references school_case (school_id, case_id)
);
create index case_source_source on case_source (school_id, kind, source_id);
comment on table case_source is 'retention: case; what a case came from; its evidence is copied into the case, and may be gone where it was';

create table case_entry (
  school_id uuid not null,
  case_id uuid not null,
  number integer not null check (number > 0),
  kind text not null,
  pupil_id uuid,
  occurred_on date not null,
  content bytea not null,
  corrects integer,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  hash bytea not null,
  primary key (school_id, case_id, number),
  foreign key (school_id, case_id) references school_case (school_id, case_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id),
  foreign key (school_id, case_id, corrects) references case_entry (school_id, case_id, number),
  check (corrects < number)
);
create index case_entry_pupil on case_entry (school_id, pupil_id);
create index case_entry_recorded_by on case_entry (school_id, recorded_by);
create index case_entry_corrects on case_entry (school_id, case_id, corrects);
comment on table case_entry is 'retention: case; one thing done or known in a case, who, when and why, sealed and chained; a correction stands beside it';

create table case_measure (
  school_id uuid not null,
  measure_id uuid not null,
  case_id uuid not null,
  plan_entry integer not null,
  level text not null check (level in ('pupil', 'class', 'school')),
  class_id uuid,
  what bytea not null,
  responsible_id uuid not null,
  from_on date not null,
  to_on date not null,
  ended_on date,
  primary key (school_id, measure_id),
  foreign key (school_id, case_id, plan_entry) references case_entry (school_id, case_id, number),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (school_id, responsible_id) references staff_member (school_id, staff_id),
  check (to_on >= from_on)
);
create index case_measure_case on case_measure (school_id, case_id, plan_entry);
create index case_measure_class on case_measure (school_id, class_id);
create index case_measure_responsible on case_measure (school_id, responsible_id);
comment on table case_measure is 'retention: case; a measure of a plan: what, sealed, by whom, from and to';

create table incident_report (
  school_id uuid not null references school (school_id),
  report_id uuid not null,
  told_by text not null check (told_by in ('employee', 'guardian', 'pupil')),
  happened_on date not null,
  content bytea not null,
  physical boolean not null,
  about_staff boolean not null,
  class_id uuid,
  filed_by uuid not null,
  filed_at timestamptz not null,
  state text not null default 'new' check (state in ('new', 'logged', 'in_case')),
  case_id uuid,
  revision integer not null default 1,
  primary key (school_id, report_id),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (school_id, filed_by) references staff_member (school_id, staff_id),
  foreign key (school_id, case_id) references school_case (school_id, case_id),
  check ((state = 'in_case') = (case_id is not null))
);
create index incident_report_state on incident_report (school_id, state, filed_at);
create index incident_report_class on incident_report (school_id, class_id);
create index incident_report_filed_by on incident_report (school_id, filed_by);
create index incident_report_case on incident_report (school_id, case_id);
comment on table incident_report is 'retention: case; what an employee saw, heard or was told, and did, sealed';

create table incident_pupil (
  school_id uuid not null,
  report_id uuid not null,
  pupil_id uuid not null,
  primary key (school_id, report_id, pupil_id),
  foreign key (school_id, report_id) references incident_report (school_id, report_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id)
);
create index incident_pupil_pupil on incident_pupil (school_id, pupil_id);
comment on table incident_pupil is 'retention: case; whom an incident is about';

create table incident_accused (
  school_id uuid not null,
  report_id uuid not null,
  staff_id uuid not null,
  primary key (school_id, report_id, staff_id),
  foreign key (school_id, report_id) references incident_report (school_id, report_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
create index incident_accused_staff on incident_accused (school_id, staff_id);
comment on table incident_accused is 'retention: case; the employee an incident under § 12-5 is about, who never sees it';

create table incident_step (
  school_id uuid not null,
  report_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('seen', 'guardians_told', 'logged', 'in_case', 'addition')),
  occurred_on date not null,
  content bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, report_id, number),
  foreign key (school_id, report_id) references incident_report (school_id, report_id),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id)
);
create index incident_step_recorded_by on incident_step (school_id, recorded_by);
comment on table incident_step is 'retention: case; what was done with a report, by whom and when; its words sealed';

create table pupil_meeting (
  school_id uuid not null references school (school_id),
  meeting_id uuid not null,
  held_on date not null,
  state text not null default 'planned' check (state in ('planned', 'held')),
  called_by uuid not null,
  closed_at timestamptz,
  revision integer not null default 1,
  primary key (school_id, meeting_id),
  foreign key (school_id, called_by) references staff_member (school_id, staff_id)
);
create index pupil_meeting_day on pupil_meeting (school_id, held_on);
create index pupil_meeting_called_by on pupil_meeting (school_id, called_by);
comment on table pupil_meeting is 'retention: case; the weekly meeting on pupils (elevsaksmøte)';

create table meeting_participant (
  school_id uuid not null,
  meeting_id uuid not null,
  staff_id uuid not null,
  confirmed_at timestamptz,
  primary key (school_id, meeting_id, staff_id),
  foreign key (school_id, meeting_id) references pupil_meeting (school_id, meeting_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
create index meeting_participant_staff on meeting_participant (school_id, staff_id);
comment on table meeting_participant is 'retention: case; who is called to a meeting, and has confirmed having been there';

create table meeting_item (
  school_id uuid not null,
  item_id uuid not null,
  meeting_id uuid not null,
  place integer not null,
  case_id uuid,
  signal_id uuid,
  report_id uuid,
  content bytea not null,
  primary key (school_id, item_id),
  foreign key (school_id, meeting_id) references pupil_meeting (school_id, meeting_id),
  foreign key (school_id, case_id) references school_case (school_id, case_id),
  foreign key (school_id, report_id) references incident_report (school_id, report_id)
);
create index meeting_item_meeting on meeting_item (school_id, meeting_id);
create index meeting_item_case on meeting_item (school_id, case_id);
create index meeting_item_report on meeting_item (school_id, report_id);
comment on table meeting_item is 'retention: case; what a meeting talks about, and its minutes, sealed; a signal may be gone before the minutes are';

create table case_task (
  school_id uuid not null references school (school_id),
  task_id uuid not null,
  case_id uuid,
  item_id uuid,
  what bytea not null,
  owner_id uuid not null,
  due_on date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  done_by uuid,
  done_at timestamptz,
  primary key (school_id, task_id),
  foreign key (school_id, case_id) references school_case (school_id, case_id),
  foreign key (school_id, item_id) references meeting_item (school_id, item_id),
  foreign key (school_id, owner_id) references staff_member (school_id, staff_id),
  foreign key (school_id, made_by) references staff_member (school_id, staff_id),
  foreign key (school_id, done_by) references staff_member (school_id, staff_id),
  check ((done_by is null) = (done_at is null))
);
create index case_task_case on case_task (school_id, case_id);
create index case_task_item on case_task (school_id, item_id);
create index case_task_owner on case_task (school_id, owner_id, done_at);
create index case_task_made_by on case_task (school_id, made_by);
create index case_task_done_by on case_task (school_id, done_by);
comment on table case_task is 'retention: case; a task from a case or a meeting: what, sealed, whose, until when';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['school_case', 'case_pupil', 'case_staff', 'case_source', 'case_entry', 'case_measure', 'incident_report',
    'incident_pupil', 'incident_accused', 'incident_step', 'pupil_meeting', 'meeting_participant', 'meeting_item', 'case_task'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert on case_entry, case_source, incident_pupil, incident_accused, incident_step to samhold_runtime;
grant select, insert, update on school_case, case_pupil, case_staff, case_measure, incident_report, pupil_meeting,
  meeting_participant, meeting_item, case_task to samhold_runtime;
grant delete on meeting_item, meeting_participant to samhold_runtime;
