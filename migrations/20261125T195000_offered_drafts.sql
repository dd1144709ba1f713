-- why: pupils meet a translation no speaker has checked only where their school has switched it on

alter table school add column offered_drafts text[] not null default '{}';
comment on column school.offered_drafts is 'codes of the languages switched on; one that has been checked since is offered anyway';
