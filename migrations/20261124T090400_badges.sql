-- why: a pupil gets in by a printed badge, or by a picture code the pupil chose

create table badge_lookup (
  token_hash bytea primary key,
  school_id uuid not null
);
comment on table badge_lookup is 'retention: lookup; keyed hash of a badge in use, to find the school';

create table badge (
  school_id uuid not null,
  badge_id uuid not null,
  pupil_id uuid not null,
  token_hash bytea not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (school_id, badge_id),
  unique (school_id, token_hash),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id)
);
create index badge_pupil on badge (school_id, pupil_id);
comment on table badge is 'retention: roster; a printed badge of one pupil, by keyed hash of its token';

-- Every reader before this one ran in the same process as the migration.
-- squawk-ignore ban-drop-not-null
alter table pupil alter column picture_code drop not null;

alter table badge enable row level security;
alter table badge force row level security;
create policy school_scope on badge
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, delete on badge_lookup to samhold_runtime;
grant select, insert, update on badge to samhold_runtime;
