-- why: a tablet without a camera takes the short code printed on a badge

alter table badge add column code_hash bytea;
-- squawk-ignore constraint-missing-not-valid, disallowed-unique-constraint
alter table badge add constraint badge_code unique (school_id, code_hash);
