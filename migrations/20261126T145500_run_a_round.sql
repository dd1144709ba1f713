-- why: answers given in another pupil's name are set aside with a reason, and can be put back; a class is shown the languages it has use for

create table voided_response (
  school_id uuid not null,
  void_id uuid not null,
  sitting_id uuid not null,
  pupil_id uuid not null,
  reason bytea not null,
  content bytea,
  voided_by uuid not null,
  voided_at timestamptz not null,
  restored_by uuid,
  restored_at timestamptz,
  primary key (school_id, void_id),
  foreign key (school_id, sitting_id, pupil_id) references sitting_pupil (school_id, sitting_id, pupil_id),
  foreign key (school_id, voided_by) references staff_member (school_id, staff_id),
  foreign key (school_id, restored_by) references staff_member (school_id, staff_id),
  check ((restored_at is null) = (restored_by is null)),
  check ((restored_at is null) = (content is not null))
);
create index voided_response_pupil on voided_response (school_id, sitting_id, pupil_id);
create index voided_response_voided_by on voided_response (school_id, voided_by);
create index voided_response_restored_by on voided_response (school_id, restored_by);
comment on table voided_response is 'retention: raw answers; a response given in the wrong name, sealed as it was, and why it does not count';

-- What a tablet still holds of a voided response must not make a new one.
alter table upload add column voided_at timestamptz;

alter table class add column pupil_languages text[];
comment on column class.pupil_languages is 'languages shown to the pupils of the class, of those the school offers; all of them when null';

alter table voided_response enable row level security;
alter table voided_response force row level security;
create policy school_scope on voided_response
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update on voided_response to samhold_runtime;
