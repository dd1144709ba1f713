-- why: a contact teacher puts a class in groups or seats, takes them in use, and is helped to something new the next time

create table arrangement (
  school_id uuid not null,
  arrangement_id uuid not null,
  class_id uuid not null,
  kind text not null check (kind in ('groups', 'seating')),
  asked jsonb not null,
  used_from date not null,
  made_by uuid not null,
  made_at timestamptz not null,
  put_aside_by uuid,
  put_aside_at timestamptz,
  primary key (school_id, arrangement_id),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (school_id, made_by) references staff_member (school_id, staff_id),
  foreign key (school_id, put_aside_by) references staff_member (school_id, staff_id),
  check ((put_aside_by is null) = (put_aside_at is null))
);
create index arrangement_class on arrangement (school_id, class_id);
create index arrangement_made_by on arrangement (school_id, made_by);
create index arrangement_put_aside_by on arrangement (school_id, put_aside_by);
comment on table arrangement is 'retention: raw answers; groups or seats of a class that were taken in use, and what the teacher asked for';

create table arrangement_place (
  school_id uuid not null,
  arrangement_id uuid not null,
  pupil_id uuid not null,
  place text not null,
  primary key (school_id, arrangement_id, pupil_id),
  foreign key (school_id, arrangement_id) references arrangement (school_id, arrangement_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id)
);
create index arrangement_place_pupil on arrangement_place (school_id, pupil_id);
comment on table arrangement_place is 'retention: raw answers; the group or the seat of one pupil in an arrangement';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['arrangement', 'arrangement_place'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update on arrangement to samhold_runtime;
grant select, insert on arrangement_place to samhold_runtime;
