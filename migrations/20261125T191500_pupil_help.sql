-- why: a pupil may need an adult beside them to answer; who it was is known where the answers are read

create table pupil_help (
  school_id uuid not null,
  sitting_id uuid not null,
  pupil_id uuid not null,
  staff_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, sitting_id, pupil_id),
  foreign key (school_id, sitting_id, pupil_id) references sitting_pupil (school_id, sitting_id, pupil_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id)
);
create index pupil_help_staff on pupil_help (school_id, staff_id);
create index pupil_help_recorded_by on pupil_help (school_id, recorded_by);
comment on table pupil_help is 'retention: raw answers; which adult helped a pupil to answer in a sitting';

alter table pupil_help enable row level security;
alter table pupil_help force row level security;
create policy school_scope on pupil_help
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update, delete on pupil_help to samhold_runtime;
