-- why: what is over its time is deleted by one job that leaves a receipt; the records of a pupil can be restricted or held, and are then kept

alter table school add column answers_until text not null default '07-31';
-- squawk-ignore constraint-missing-not-valid
alter table school add constraint school_answers_until check (answers_until ~ '^0[6-9]-(0[1-9]|[12][0-9]|30|31)$');
comment on column school.answers_until is 'month and day after a school year on which its answers are kept for the last time';
alter table school add column backups_kept_days integer not null default 35;
-- squawk-ignore constraint-missing-not-valid
alter table school add constraint school_backups_kept_days check (backups_kept_days between 1 and 3650);
alter table school add column purged_on date;

-- From then on tallies, network descriptions and signals of the sitting stay as they are: answers they were counted from are gone.
alter table sitting add column results_kept_at timestamptz;

create table pupil_hold (
  school_id uuid not null,
  hold_id uuid not null,
  pupil_id uuid not null,
  kind text not null check (kind in ('restricted', 'held')),
  reason bytea not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (school_id, hold_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  foreign key (school_id, placed_by) references staff_member (school_id, staff_id),
  foreign key (school_id, ended_by) references staff_member (school_id, staff_id),
  check ((ended_by is null) = (ended_at is null))
);
create index pupil_hold_pupil on pupil_hold (school_id, pupil_id);
create index pupil_hold_placed_by on pupil_hold (school_id, placed_by);
create index pupil_hold_ended_by on pupil_hold (school_id, ended_by);
comment on table pupil_hold is 'retention: roster; what is recorded of a pupil is kept: restricted, and shown to nobody, or held; why, sealed, by whom and when';

create table retention_receipt (
  school_id uuid not null references school (school_id),
  day date not null,
  table_name text not null,
  deleted integer not null check (deleted > 0),
  backups_until date not null,
  primary key (school_id, day, table_name)
);
comment on table retention_receipt is 'retention: release; how many rows of a table were deleted on a day because their time was over, and until when backups still have them';

create table access_log_year (
  school_id uuid not null references school (school_id),
  year smallint not null,
  entries integer not null,
  last_sequence bigint not null,
  last_hash bytea not null,
  deleted_at timestamptz not null,
  primary key (school_id, year)
);
comment on table access_log_year is 'retention: access log; the last link of a year of the log that was deleted, so that the chain after it can be verified';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['pupil_hold', 'retention_receipt', 'access_log_year'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update, delete on pupil_hold to samhold_runtime;
grant select, insert, update on retention_receipt to samhold_runtime;
grant select, insert on access_log_year to samhold_runtime;

-- What the job deletes. An entry of the log of openings can be deleted by nobody before five whole years are over.
create policy whole_years on access_log as restrictive for delete
  using (at < date_trunc('year', now()) - interval '5 years');
grant delete on access_log, sitting_pupil, talk_wish, upload, response_part, voided_response, signal, verification, note, note_version,
  note_view, pupil_talk, pupil_talk_version, arrangement, arrangement_place, class_measure, class_measure_pupil, invitation, badge,
  class_membership, pupil, grade_opening, pupil_meeting, meeting_addition to samhold_runtime;
