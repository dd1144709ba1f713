-- why: a session leads to the other schools of the sign-in it came by, and of no other that somebody bound to the same record

alter table staff_session add column subject_hash bytea;
comment on column staff_session.subject_hash is 'keyed hash of the sign-in at the provider it came by; none where somebody came by an account of the school';
