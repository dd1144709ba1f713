-- why: a contact teacher keeps a log of a pupil and prepares the pupil talks; what was written stands, and what is corrected stands beside it

create table note (
  school_id uuid not null,
  note_id uuid not null,
  pupil_id uuid not null,
  class_id uuid not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (school_id, note_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (school_id, withdrawn_by) references staff_member (school_id, staff_id),
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index note_pupil on note (school_id, pupil_id);
create index note_class on note (school_id, class_id);
create index note_withdrawn_by on note (school_id, withdrawn_by);
comment on table note is 'retention: raw answers; an entry in the log of a pupil, in the class of that year';

create table note_version (
  school_id uuid not null,
  note_id uuid not null,
  version integer not null check (version > 0),
  body bytea not null,
  staff_id uuid not null,
  written_at timestamptz not null,
  primary key (school_id, note_id, version),
  foreign key (school_id, note_id) references note (school_id, note_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
create index note_version_staff on note_version (school_id, staff_id);
comment on table note_version is 'retention: raw answers; what an entry says, sealed; a correction is a new version, and the one before stays';

create table note_view (
  school_id uuid not null,
  view_id uuid not null,
  note_id uuid not null,
  whose text not null check (whose in ('pupil', 'guardian')),
  body bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, view_id),
  foreign key (school_id, note_id) references note (school_id, note_id),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id)
);
create index note_view_note on note_view (school_id, note_id);
create index note_view_recorded_by on note_view (school_id, recorded_by);
comment on table note_view is 'retention: raw answers; what the pupil or a guardian says of an entry, sealed, shown wherever the entry is';

create table pupil_talk (
  school_id uuid not null,
  pupil_talk_id uuid not null,
  pupil_id uuid not null,
  class_id uuid not null,
  term text not null check (term in ('autumn', 'spring')),
  primary key (school_id, pupil_talk_id),
  unique (school_id, class_id, pupil_id, term),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  foreign key (school_id, class_id) references class (school_id, class_id)
);
create index pupil_talk_pupil on pupil_talk (school_id, pupil_id);
comment on table pupil_talk is 'retention: raw answers; the talk of a term between a pupil and the contact teacher';

create table pupil_talk_version (
  school_id uuid not null,
  pupil_talk_id uuid not null,
  version integer not null check (version > 0),
  content bytea not null,
  held_on date,
  next_on date,
  staff_id uuid not null,
  written_at timestamptz not null,
  primary key (school_id, pupil_talk_id, version),
  foreign key (school_id, pupil_talk_id) references pupil_talk (school_id, pupil_talk_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
create index pupil_talk_version_staff on pupil_talk_version (school_id, staff_id);
comment on table pupil_talk_version is 'retention: raw answers; what is prepared and agreed, sealed; each save is a new version';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['note', 'note_version', 'note_view', 'pupil_talk', 'pupil_talk_version'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update on note, pupil_talk to samhold_runtime;
grant select, insert on note_version, note_view, pupil_talk_version to samhold_runtime;
