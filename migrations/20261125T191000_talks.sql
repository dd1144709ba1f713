-- why: a school chooses which adults a pupil can ask to talk with; the adult is told at once, and the social teachers when nobody has opened the wish

create table talk_choice (
  school_id uuid not null,
  talk_choice_id uuid not null,
  class_id uuid,
  contact_teachers boolean not null,
  primary key (school_id, talk_choice_id),
  unique nulls not distinct (school_id, class_id),
  foreign key (school_id, class_id) references class (school_id, class_id)
);
comment on table talk_choice is 'retention: staff; which adults pupils can ask to talk with, for one class or, without a class, for all';

create table talk_choice_adult (
  school_id uuid not null,
  talk_choice_id uuid not null,
  staff_id uuid not null,
  primary key (school_id, talk_choice_id, staff_id),
  foreign key (school_id, talk_choice_id) references talk_choice (school_id, talk_choice_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
create index talk_choice_adult_staff on talk_choice_adult (school_id, staff_id);
comment on table talk_choice_adult is 'retention: staff; an adult the school has chosen for pupils to talk with';

alter table talk_wish add column opened_at timestamptz;
alter table talk_wish add column passed_on_at timestamptz;

-- The readers ran in the same process as the migration, and the table is small.
alter table notice drop constraint notice_kind_check;
-- squawk-ignore constraint-missing-not-valid
alter table notice add constraint notice_kind_check check (kind in (
  'round_opens_soon', 'round_opened', 'pupils_missing', 'results_ready', 'talk_wished', 'talk_unopened'));

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['talk_choice', 'talk_choice_adult'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update, delete on talk_choice, talk_choice_adult to samhold_runtime;
