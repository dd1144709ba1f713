-- why: what recurs in the school year is data of the school, counted in school weeks, and staff subscribe to the year in their own calendar

create table year_entry_offered (
  number smallint primary key,
  name text not null,
  responsible text[] not null,
  first_week smallint not null,
  every_weeks smallint not null,
  times smallint,
  weekday smallint not null,
  weeks_long smallint not null
);
comment on table year_entry_offered is 'retention: installation; what a school is offered for its year, from the action plan for a safe school environment';

-- Weeks are school weeks of the year: 1 is the first, and about 38 the last.
insert into year_entry_offered (number, name, responsible, first_week, every_weeks, times, weekday, weeks_long) values
  (1, 'Gjennomgang av handlingsplanen med personalet', '{leadership,employee}', 1, 1, 1, 1, 0),
  (2, 'Gjennomgang av rutiner: inspeksjon, krenkende atferd og fravær', '{leadership,employee}', 1, 1, 1, 2, 0),
  (3, 'Klassemiljø i de to første ukene', '{contact_teacher}', 1, 1, 1, 1, 2),
  (4, 'Elevsaksmøte', '{social_teacher,leadership}', 1, 1, null, 3, 0),
  (5, 'Miljøteammøte', '{environment_team}', 2, 2, null, 4, 0),
  (6, 'Trinnmiljø-møte', '{leadership,contact_teacher}', 3, 4, null, 2, 0),
  (7, 'Elevråd', '{environment_team}', 4, 4, null, 4, 0),
  (8, 'Foreldremøter', '{contact_teacher}', 4, 1, 1, 1, 1),
  (9, 'Elevråd med ledelsen', '{leadership,environment_team}', 8, 18, 2, 3, 0),
  (10, 'Elevsamtaler', '{contact_teacher}', 7, 18, 2, 1, 3),
  (11, 'Utviklingssamtaler', '{contact_teacher}', 11, 18, 2, 1, 3),
  (12, 'FAU: elevmiljøet er fast punkt', '{leadership}', 5, 6, null, 2, 0),
  (13, 'Driftsstyret: skolemiljø', '{leadership}', 6, 10, null, 3, 0),
  (14, 'AMU: kapittel 12', '{leadership}', 9, 18, 2, 4, 0),
  (15, 'Revisjon av handlingsplanen', '{leadership,social_teacher}', 10, 1, 1, 1, 1),
  (16, 'Gjennomgang av Elevundersøkelsen på trinnene', '{leadership,contact_teacher,social_teacher,environment_team}', 17, 1, 1, 1, 2),
  (17, 'Resultater og tiltak til elevrådet og FAU', '{leadership}', 19, 1, 1, 2, 0),
  (18, 'Temadag om samhold', '{leadership,environment_team,contact_teacher}', 3, 18, 2, 5, 0),
  (19, 'Overføringsmøter til ungdomsskolen', '{contact_teacher,social_teacher}', 33, 1, 1, 1, 1);

create table year_entry (
  school_id uuid not null,
  entry_id uuid not null,
  school_year_id uuid not null,
  name text not null,
  responsible text[] not null check (cardinality(responsible) > 0 and responsible <@ array[
    'leadership', 'social_teacher', 'environment_team', 'contact_teacher', 'employee']),
  first_week smallint not null check (first_week between 1 and 60),
  every_weeks smallint not null check (every_weeks between 1 and 60),
  times smallint check (times between 1 and 60),
  weekday smallint not null check (weekday between 1 and 5),
  weeks_long smallint not null check (weeks_long between 0 and 8),
  starts_at time,
  minutes smallint check (minutes between 5 and 480),
  removed_at timestamptz,
  primary key (school_id, entry_id),
  foreign key (school_id, school_year_id) references school_year (school_id, school_year_id),
  check ((starts_at is null) = (minutes is null))
);
create index year_entry_year on year_entry (school_id, school_year_id);
comment on table year_entry is 'retention: installation; something that recurs in a school year, with the roles that see to it';

create table year_entry_move (
  school_id uuid not null,
  entry_id uuid not null,
  number smallint not null check (number > 0),
  moved_to date,
  primary key (school_id, entry_id, number),
  foreign key (school_id, entry_id) references year_entry (school_id, entry_id)
);
comment on table year_entry_move is 'retention: installation; one occurrence moved to another day, or taken out (no day)';

create table calendar_subscription (
  school_id uuid not null,
  subscription_id uuid not null,
  staff_id uuid not null,
  link_hash bytea not null,
  made_at timestamptz not null,
  read_on date,
  primary key (school_id, subscription_id),
  unique (school_id, staff_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
comment on table calendar_subscription is 'retention: staff; the secret link by which a staff member has the school year in a calendar, as a keyed hash';

create table calendar_link_lookup (
  link_hash bytea primary key,
  school_id uuid not null
);
comment on table calendar_link_lookup is 'retention: lookup; keyed hash of a calendar link, to find the school';

create table calendar_event (
  school_id uuid not null references school (school_id),
  event_key text not null,
  content_hash bytea not null,
  revision integer not null,
  changed_at timestamptz not null,
  primary key (school_id, event_key)
);
comment on table calendar_event is 'retention: installation; how often an event of the year has changed since calendars first read it';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['year_entry', 'year_entry_move', 'calendar_subscription', 'calendar_event'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select on year_entry_offered to samhold_runtime;
grant select, insert, update on year_entry to samhold_runtime;
grant select, insert, update, delete on year_entry_move, calendar_subscription to samhold_runtime;
grant select, insert, update on calendar_event to samhold_runtime;
grant select, insert, delete on calendar_link_lookup to samhold_runtime;
