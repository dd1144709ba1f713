-- why: a round may let pupils choose across the grade; a choice outside the class is counted there, and named nowhere in the class's network

create table outside_nomination (
  school_id uuid not null,
  response_id uuid not null,
  criterion_id text not null,
  nominee_id uuid not null,
  position smallint not null,
  primary key (school_id, response_id, criterion_id, nominee_id),
  foreign key (school_id, response_id) references response (school_id, response_id),
  foreign key (school_id, nominee_id) references pupil (school_id, pupil_id)
);
create index outside_nomination_nominee on outside_nomination (school_id, nominee_id);
comment on table outside_nomination is 'retention: raw answers; whom a pupil chose on a criterion outside the list of the sitting';

alter table outside_nomination enable row level security;
alter table outside_nomination force row level security;
create policy school_scope on outside_nomination
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update, delete on outside_nomination to samhold_runtime;
