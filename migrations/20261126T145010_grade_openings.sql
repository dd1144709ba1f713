-- why: a grade's sociogram is for its contact teachers together only when leadership opens it, with a reason, until a date

create table grade_opening (
  school_id uuid not null,
  opening_id uuid not null,
  round_id uuid not null,
  grade smallint not null check (grade between 1 and 7),
  reason bytea not null,
  from_on date not null,
  until_on date not null,
  opened_by uuid not null,
  opened_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (school_id, opening_id),
  foreign key (school_id, round_id) references round (school_id, round_id),
  foreign key (school_id, opened_by) references staff_member (school_id, staff_id),
  foreign key (school_id, ended_by) references staff_member (school_id, staff_id),
  check (from_on <= until_on),
  check ((ended_at is null) = (ended_by is null))
);
create index grade_opening_round on grade_opening (school_id, round_id, grade);
create index grade_opening_opened_by on grade_opening (school_id, opened_by);
create index grade_opening_ended_by on grade_opening (school_id, ended_by);
comment on table grade_opening is 'retention: access log; why and for which days leadership opened a grade''s sociogram to its contact teachers';

alter table grade_opening enable row level security;
alter table grade_opening force row level security;
create policy school_scope on grade_opening using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update on grade_opening to samhold_runtime;
