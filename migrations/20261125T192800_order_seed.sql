-- why: the order in which a pupil met the names of the others can be computed again, so that effects of order can be studied

-- Each row gets a seed of its own; the readers ran in the same process as the migration.
-- squawk-ignore adding-field-with-default
alter table sitting_pupil add column order_seed integer not null default floor(random() * 2147483647)::integer;
