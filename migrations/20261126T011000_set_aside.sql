-- why: a part that can never be handed over stays on its tablet; the teacher is told how many there are

alter table upload add column set_aside integer not null default 0 check (set_aside >= 0);
