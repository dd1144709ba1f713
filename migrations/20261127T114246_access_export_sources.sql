-- why: an export may hold what a case, a report or a survey within a case says; it is for those who may read these, and goes when they go

alter table access_export add column sources uuid[] not null default '{}';
