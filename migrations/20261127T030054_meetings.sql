-- why: two people write the minutes of one meeting at once, a closed meeting is added to and never written over, and a task outlives its owner
alter table meeting_item add column revision integer not null default 1;
alter table meeting_item add column task_id uuid;

create table meeting_addition (
  school_id uuid not null,
  addition_id uuid not null,
  item_id uuid not null,
  content bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, addition_id),
  foreign key (school_id, item_id) references meeting_item (school_id, item_id),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id)
);
create index meeting_addition_item on meeting_addition (school_id, item_id);
create index meeting_addition_recorded_by on meeting_addition (school_id, recorded_by);
comment on table meeting_addition is 'retention: case; what is added to the minutes of a meeting after it was closed, sealed';

alter table case_task add column handed_from uuid;
alter table case_task add column handed_at timestamptz;

-- A measure for a class or some of its pupils outside any case, for before and after.
create table class_measure (
  school_id uuid not null,
  measure_id uuid not null,
  class_id uuid not null,
  kind text not null check (kind in ('learning_partners', 'play_groups', 'adult_led_activity', 'seating', 'groups', 'class_rules', 'other')),
  what bytea not null,
  arrangement_id uuid,
  from_on date not null,
  to_on date,
  started_by uuid not null,
  started_at timestamptz not null,
  revision integer not null default 1,
  primary key (school_id, measure_id),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (school_id, started_by) references staff_member (school_id, staff_id),
  check (to_on >= from_on)
);
create index class_measure_class on class_measure (school_id, class_id, from_on);
create index class_measure_started_by on class_measure (school_id, started_by);
comment on table class_measure is 'retention: raw answers; what a class does for its environment outside any case: which kind, what, sealed, from when to when; an arrangement may be put aside before';

create table class_measure_pupil (
  school_id uuid not null,
  measure_id uuid not null,
  pupil_id uuid not null,
  primary key (school_id, measure_id, pupil_id),
  foreign key (school_id, measure_id) references class_measure (school_id, measure_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id)
);
create index class_measure_pupil_pupil on class_measure_pupil (school_id, pupil_id);
comment on table class_measure_pupil is 'retention: raw answers; whom a measure is for, when not for the whole class';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['meeting_addition', 'class_measure', 'class_measure_pupil'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert on meeting_addition, class_measure_pupil to samhold_runtime;
grant select, insert, update on class_measure to samhold_runtime;
