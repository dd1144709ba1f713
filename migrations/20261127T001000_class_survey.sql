-- why: schools get Elevundersøkelsen by class in spreadsheets of many forms; the columns are named once and remembered

-- The default is a constant, so no row is written anew.
alter table survey_figure add column class_name text not null default '';
alter table survey_figure drop constraint survey_figure_unit_check;
-- squawk-ignore constraint-missing-not-valid
alter table survey_figure add constraint survey_figure_unit_check
  check (unit in ('class', 'school', 'municipality', 'county', 'nation'));
-- squawk-ignore constraint-missing-not-valid
alter table survey_figure add constraint survey_figure_class_check check ((unit = 'class') = (class_name <> ''));

create table survey_column (
  school_id uuid not null references school (school_id),
  column_name text not null,
  meaning text not null check (meaning in
    ('class', 'year', 'grade', 'topic', 'question', 'score', 'share', 'answers', 'topic_score', 'topic_share', 'skip')),
  primary key (school_id, column_name)
);
comment on table survey_column is 'retention: installation; what a column of the school''s own spreadsheets of Elevundersøkelsen means';

alter table survey_column enable row level security;
alter table survey_column force row level security;
create policy school_scope on survey_column using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update on survey_column to samhold_runtime;
