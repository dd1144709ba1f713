-- why: a report can be for the council of one class, made of what the class itself was shown

alter table publication add column class_id uuid;
-- squawk-ignore constraint-missing-not-valid,adding-foreign-key-constraint
alter table publication add constraint publication_class foreign key (school_id, class_id) references class (school_id, class_id);
-- squawk-ignore require-concurrent-index-creation
create index publication_class_id on publication (school_id, class_id);
