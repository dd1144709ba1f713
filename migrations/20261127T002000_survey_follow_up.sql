-- why: what is done with Elevundersøkelsen is five steps of the plan (9.4), known for each year, grade and class, and never written over

create table survey_follow_up (
  school_id uuid not null references school (school_id),
  follow_up_id uuid not null,
  year smallint not null,
  grade smallint not null check (grade between 1 and 7),
  class_id uuid,
  step text not null check (step in ('reports', 'presented', 'class', 'taken_up', 'measures')),
  held_on date not null,
  participants text[] not null check (participants <@ array['leadership', 'teachers', 'social_teacher',
    'environment_team', 'pupils', 'pupil_council', 'parent_council', 'staff']),
  told text[] not null check (told <@ array['pupils', 'pupil_council', 'parent_council', 'staff']),
  body bytea not null,
  finished boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (school_id, follow_up_id),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id),
  foreign key (school_id, withdrawn_by) references staff_member (school_id, staff_id),
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  check (step <> 'class' or class_id is not null),
  check (step <> 'presented' or class_id is null)
);
create index survey_follow_up_of_year on survey_follow_up (school_id, year, grade);
create index survey_follow_up_class on survey_follow_up (school_id, class_id);
create index survey_follow_up_recorded_by on survey_follow_up (school_id, recorded_by);
create index survey_follow_up_withdrawn_by on survey_follow_up (school_id, withdrawn_by);
comment on table survey_follow_up is 'retention: aggregate; what was done with a year of Elevundersøkelsen on a grade or in a class, without pupils; what was seen and the measures sealed';

alter table survey_follow_up enable row level security;
alter table survey_follow_up force row level security;
create policy school_scope on survey_follow_up
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert on survey_follow_up to samhold_runtime;
grant update (withdrawn_by, withdrawn_at) on survey_follow_up to samhold_runtime;
