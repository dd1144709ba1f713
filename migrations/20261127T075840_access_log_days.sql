-- why: where the access log stood each day is kept beside it and outside the database, so that rewriting the log shows

create table access_log_day (
  school_id uuid not null references school (school_id),
  day date not null,
  sequence bigint not null,
  hash bytea not null,
  primary key (school_id, day)
);
comment on table access_log_day is 'retention: access log; the last link of the school''s chain when the clock first looked on a day';

alter table access_log_day enable row level security;
alter table access_log_day force row level security;
create policy school_scope on access_log_day using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert on access_log_day to samhold_runtime;
