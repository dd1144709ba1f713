-- why: parties read a plan or a report in which other children are masked by a person who has read it, and a case goes whole to the archive before it is deleted

create table case_document (
  school_id uuid not null,
  document_id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('plan', 'report')),
  pupil_id uuid not null,
  up_to_entry integer not null,
  review bytea not null,
  revision integer not null default 1 check (revision > 0),
  made_by uuid not null,
  made_at timestamptz not null,
  file bytea,
  file_hash bytea,
  finished_by uuid,
  finished_at timestamptz,
  primary key (school_id, document_id),
  foreign key (school_id, case_id, up_to_entry) references case_entry (school_id, case_id, number),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  foreign key (school_id, made_by) references staff_member (school_id, staff_id),
  foreign key (school_id, finished_by) references staff_member (school_id, staff_id),
  check ((finished_by is null) = (finished_at is null)),
  check ((file is null) = (finished_at is null)),
  check ((file_hash is null) = (finished_at is null))
);
create index case_document_case on case_document (school_id, case_id, up_to_entry);
create index case_document_pupil on case_document (school_id, pupil_id);
create index case_document_made_by on case_document (school_id, made_by);
create index case_document_finished_by on case_document (school_id, finished_by);
comment on table case_document is 'retention: case; a plan or report for a pupil and guardians: what was masked by whom, and the file as it was given, sealed';

create table case_export (
  school_id uuid not null,
  export_id uuid not null,
  case_id uuid not null,
  recipient text not null check (recipient in ('archive', 'county_governor')),
  up_to_entry integer not null,
  manifest_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  received_on date,
  received_as text,
  received_by uuid,
  primary key (school_id, export_id),
  foreign key (school_id, case_id, up_to_entry) references case_entry (school_id, case_id, number),
  foreign key (school_id, made_by) references staff_member (school_id, staff_id),
  foreign key (school_id, received_by) references staff_member (school_id, staff_id),
  check ((received_on is null) = (received_by is null))
);
create index case_export_case on case_export (school_id, case_id, up_to_entry);
create index case_export_made_by on case_export (school_id, made_by);
create index case_export_received_by on case_export (school_id, received_by);
comment on table case_export is 'retention: case; a whole case handed over, by the hash of its manifests, and the archive''s receipt';

create table case_deletion (
  school_id uuid not null references school (school_id),
  case_id uuid not null,
  reference text not null,
  deleted_at timestamptz not null,
  archive_receipt text not null,
  manifest_hash bytea not null,
  entries integer not null,
  last_hash bytea not null,
  primary key (school_id, case_id)
);
comment on table case_deletion is 'retention: release; that a case was deleted after the archive had it: no pupil, no word of it';

alter table school add column case_kept_days integer not null default 365;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['case_document', 'case_export', 'case_deletion'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update on case_document, case_export to samhold_runtime;
grant select, insert on case_deletion to samhold_runtime;

-- A case is deleted only after the archive has it; what was done before is held by the chain of openings.
grant delete on school_case, case_pupil, case_staff, case_source, case_entry, case_measure, case_task, case_document, case_export,
  incident_report, incident_pupil, incident_accused, incident_step, meeting_item to samhold_runtime;
