-- why: a tablet that cannot show a pupil's form tells the teacher which question, and why; the pupil only reads that it stopped

alter table sitting_pupil add column form_faults jsonb;
comment on column sitting_pupil.form_faults is 'what the tablet last asked could not show; null once a form has been read again';
