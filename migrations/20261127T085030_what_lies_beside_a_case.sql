-- why: what is written of a case in reports, minutes, tasks and surveys goes to the archive with it and is deleted with it, and nothing is deleted that the archive does not have

-- Null of an export made before this was known: then the archive has not all of it.
alter table case_export add column beside_hash bytea;
comment on column case_export.beside_hash is 'what lay beside the case when it was handed over: reports, minutes, tasks, surveys, documents';

grant delete on investigation, investigation_reader, meeting_addition to samhold_runtime;
