-- why: an entry of a case that is sent twice, because the first answer was lost, is one entry

-- Nothing has written entries yet.
-- squawk-ignore adding-required-field
alter table case_entry add column entry_id uuid not null;
-- squawk-ignore require-concurrent-index-creation
create unique index case_entry_entry_id on case_entry (school_id, entry_id);
