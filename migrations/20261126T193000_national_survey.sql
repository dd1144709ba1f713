-- why: leadership reads Udir's figures of Elevundersøkelsen year by year, from files that are shown before they are used and can be put back

alter table school add column survey_version integer not null default 0;

create table survey_import (
  school_id uuid not null references school (school_id),
  survey_import_id uuid not null,
  state text not null default 'read' check (state in ('read', 'in_use', 'put_back', 'discarded')),
  found jsonb not null,
  new_count integer not null check (new_count >= 0),
  changed_count integer not null check (changed_count >= 0),
  same_count integer not null check (same_count >= 0),
  read_version integer not null,
  read_by uuid not null,
  read_at timestamptz not null,
  used_by uuid,
  used_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  primary key (school_id, survey_import_id),
  foreign key (school_id, read_by) references staff_member (school_id, staff_id),
  foreign key (school_id, used_by) references staff_member (school_id, staff_id),
  foreign key (school_id, ended_by) references staff_member (school_id, staff_id),
  check ((used_by is null) = (used_at is null)),
  check ((ended_by is null) = (ended_at is null)),
  check (state <> 'in_use' or used_at is not null)
);
create index survey_import_read_by on survey_import (school_id, read_by);
create index survey_import_used_by on survey_import (school_id, used_by);
create index survey_import_ended_by on survey_import (school_id, ended_by);
comment on table survey_import is 'retention: aggregate; a file of Udir''s public figures that was read: what was found in it, and whether it is in use';

create table survey_figure (
  school_id uuid not null,
  survey_import_id uuid not null,
  figure_number integer not null,
  survey_table text not null check (survey_table in ('indicators', 'questions', 'bullying', 'participation')),
  unit text not null check (unit in ('school', 'municipality', 'county', 'nation')),
  year smallint not null,
  grade smallint not null check (grade between 1 and 7),
  topic_code text not null,
  topic text not null,
  question_code text not null,
  question text not null,
  option_code text not null,
  option text not null,
  hidden text check (hidden in ('udir', 'few_units')),
  score double precision check (score between 1 and 5),
  deviation double precision check (deviation >= 0),
  share double precision check (share between 0 and 100),
  answers integer check (answers >= 0),
  invited integer check (invited >= 0),
  primary key (school_id, survey_import_id, figure_number),
  foreign key (school_id, survey_import_id) references survey_import (school_id, survey_import_id),
  check (hidden is null or coalesce(score, deviation, share, answers, invited) is null)
);
comment on table survey_figure is 'retention: aggregate; one of Udir''s public figures of a school or of the wider units it lies in, by grade and without sex';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['survey_import', 'survey_figure'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update on survey_import to samhold_runtime;
grant select, insert, delete on survey_figure to samhold_runtime;
