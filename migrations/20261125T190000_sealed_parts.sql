-- why: answers come as sealed, numbered parts that a tablet may hand over late, twice or out of order; the server merges them

create table upload (
  school_id uuid not null,
  token_hash bytea not null,
  sitting_id uuid not null,
  pupil_id uuid not null,
  started_at timestamptz not null,
  heard_at timestamptz not null,
  waiting integer not null default 0 check (waiting >= 0),
  submitted_part integer,
  primary key (school_id, token_hash),
  foreign key (school_id, sitting_id, pupil_id) references sitting_pupil (school_id, sitting_id, pupil_id)
);
create index upload_pupil on upload (school_id, sitting_id, pupil_id);
comment on table upload is 'retention: raw answers; what one tablet hands over for one pupil and sitting, by hash of a token that can only write';

create table response_part (
  school_id uuid not null,
  token_hash bytea not null,
  number integer not null check (number > 0),
  body_hash bytea not null,
  outcome text not null check (outcome in ('stored', 'held', 'refused', 'left_out')),
  code text,
  sealed bytea,
  received_at timestamptz not null,
  primary key (school_id, token_hash, number),
  foreign key (school_id, token_hash) references upload (school_id, token_hash),
  check ((outcome = 'held') = (sealed is not null)),
  check ((outcome = 'refused') = (code is not null))
);
comment on table response_part is 'retention: raw answers; which parts of a response have come, and those that came too late and wait for the teacher, sealed';

-- Which part an answer came in: a part from a later start, or with a higher number, takes its place.
alter table answer add column upload_started_at timestamptz not null default '-infinity';
alter table answer add column part integer not null default 0;

-- The parts have taken over what these said; the readers ran in the same process as the migration.
-- squawk-ignore ban-drop-column
alter table response drop column revision, drop column body_hash;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['upload', 'response_part'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update on upload, response_part to samhold_runtime;
