-- why: a change read from a roster is applied by the database itself, so what it needs stands in columns, sealed as it will be stored

alter table roster_import_change add column person_id uuid;
alter table roster_import_change add column class_name text;
alter table roster_import_change add column grade smallint;
alter table roster_import_change add column given_name bytea;
alter table roster_import_change add column family_name bytea;
alter table roster_import_change add column external_id bytea;
alter table roster_import_change add column external_id_hash bytea;

-- Only rejected rows have content now; no version before this one served anybody.
-- squawk-ignore ban-drop-not-null
alter table roster_import_change alter column content drop not null;
