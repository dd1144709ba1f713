-- why: the school year is data, rounds are planned for grades, opened and closed by the clock, and staff are told about them

create table term (
  school_id uuid not null,
  school_year_id uuid not null,
  number smallint not null check (number > 0),
  name text not null,
  starts_on date not null,
  ends_on date not null,
  primary key (school_id, school_year_id, number),
  foreign key (school_id, school_year_id) references school_year (school_id, school_year_id),
  check (starts_on <= ends_on)
);
comment on table term is 'retention: installation; the terms of a school year';

create table calendar_period (
  school_id uuid not null,
  period_id uuid not null,
  school_year_id uuid not null,
  kind text not null check (kind in ('free', 'national_survey', 'municipal_survey')),
  name text not null,
  starts_on date not null,
  ends_on date not null,
  from_grade smallint not null default 1 check (from_grade between 1 and 7),
  to_grade smallint not null default 7 check (to_grade between 1 and 7),
  source text not null check (source in ('template', 'calendar_file', 'staff')),
  primary key (school_id, period_id),
  foreign key (school_id, school_year_id) references school_year (school_id, school_year_id),
  check (starts_on <= ends_on),
  check (from_grade <= to_grade)
);
create index calendar_period_year on calendar_period (school_id, school_year_id);
comment on table calendar_period is 'retention: installation; days without school for pupils, and weeks kept for other surveys';

alter table round add column from_grade smallint not null default 1;
alter table round add column to_grade smallint not null default 7;
alter table round add column opened_at timestamptz;
alter table round add constraint round_grades check (from_grade between 1 and to_grade and to_grade <= 7) not valid;
update round set opened_at = opens_on + time '06:00' where opens_on <= current_date;

create table notice (
  school_id uuid not null,
  notice_id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('round_opens_soon', 'round_opened', 'pupils_missing', 'results_ready')),
  round_id uuid not null,
  class_id uuid not null,
  made_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (school_id, notice_id),
  unique (school_id, staff_id, kind, round_id, class_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  foreign key (school_id, round_id) references round (school_id, round_id),
  foreign key (school_id, class_id) references class (school_id, class_id)
);
create index notice_round on notice (school_id, round_id);
create index notice_class on notice (school_id, class_id);
comment on table notice is 'retention: staff; a staff member is told about a round of a class, once a kind';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['term', 'calendar_period', 'notice'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update, delete on term, calendar_period, notice to samhold_runtime;
grant delete on round, round_questionnaire to samhold_runtime;
grant update on round_questionnaire to samhold_runtime;
