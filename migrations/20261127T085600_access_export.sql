-- why: a pupil or guardian who asks what is recorded gets it as a file, in which other children are masked by a person who has read it

create table access_export (
  school_id uuid not null,
  export_id uuid not null,
  pupil_id uuid not null,
  asked_on date not null,
  content bytea not null,
  review bytea not null,
  revision integer not null default 1 check (revision > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  file bytea,
  data bytea,
  finished_by uuid,
  finished_at timestamptz,
  primary key (school_id, export_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  foreign key (school_id, made_by) references staff_member (school_id, staff_id),
  foreign key (school_id, finished_by) references staff_member (school_id, staff_id),
  check ((finished_by is null) = (finished_at is null)),
  check ((file is null) = (finished_at is null)),
  check ((data is null) = (finished_at is null))
);
create index access_export_pupil on access_export (school_id, pupil_id);
create index access_export_made_by on access_export (school_id, made_by);
create index access_export_finished_by on access_export (school_id, finished_by);
comment on table access_export is 'retention: raw answers; what is recorded of a pupil as somebody asked for it, what was masked, and the files as they were given, sealed';

alter table access_export enable row level security;
alter table access_export force row level security;
create policy school_scope on access_export
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update, delete on access_export to samhold_runtime;
