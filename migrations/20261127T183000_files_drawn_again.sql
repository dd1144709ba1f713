-- why: a file with a name that is not to be read any more is not kept; that it was finished is, and it is drawn again when it is opened

-- Each is wider than the one before, so every row there is holds it, and the tables are small.
alter table case_document drop constraint case_document_check1;
-- squawk-ignore constraint-missing-not-valid
alter table case_document add constraint case_document_file_check check (file is null or finished_at is not null);

alter table access_export drop constraint access_export_check1;
alter table access_export drop constraint access_export_check2;
-- squawk-ignore constraint-missing-not-valid
alter table access_export add constraint access_export_files_check check (
  (file is null) = (data is null) and (file is null or finished_at is not null)
);
