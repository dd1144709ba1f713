-- why: a contact teacher moves pupils in the picture of a round; the place is kept for everyone who teaches the class

create table sociogram_place (
  school_id uuid not null,
  sitting_id uuid not null,
  pupil_id uuid not null,
  x smallint not null check (x between 0 and 1000),
  y smallint not null check (y between 0 and 750),
  primary key (school_id, sitting_id, pupil_id),
  foreign key (school_id, sitting_id, pupil_id) references sitting_pupil (school_id, sitting_id, pupil_id)
);
comment on table sociogram_place is 'retention: raw answers; where a pupil was put by hand in the sociogram of one round';

alter table sociogram_place enable row level security;
alter table sociogram_place force row level security;
create policy school_scope on sociogram_place using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update, delete on sociogram_place to samhold_runtime;
