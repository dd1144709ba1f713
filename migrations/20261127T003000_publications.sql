-- why: leadership makes reports of ended rounds for an audience, audited before anybody reads them, and read by a secret link or by signing in

create table publication (
  school_id uuid not null references school (school_id),
  publication_id uuid not null,
  audience text not null,
  grade smallint check (grade between 1 and 10),
  title text not null,
  spec text not null,
  state text not null check (state in ('auditing', 'audited', 'failed', 'published', 'revoked')),
  failure text,
  attempt integer not null check (attempt > 0),
  attempt_at timestamptz not null,
  progress smallint not null check (progress between 0 and 100),
  document jsonb,
  hash bytea,
  link_hash bytea,
  made_by uuid not null,
  made_at timestamptz not null,
  audited_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  revoked_by uuid,
  revoked_at timestamptz,
  primary key (school_id, publication_id),
  unique (school_id, link_hash),
  foreign key (school_id, made_by) references staff_member (school_id, staff_id),
  foreign key (school_id, published_by) references staff_member (school_id, staff_id),
  foreign key (school_id, revoked_by) references staff_member (school_id, staff_id),
  check (published_at is null or (document is not null and hash is not null))
);
create index publication_made_by on publication (school_id, made_by);
create index publication_published_by on publication (school_id, published_by);
create index publication_revoked_by on publication (school_id, revoked_by);
comment on table publication is 'retention: release; a report for one audience, frozen when it is published';

create table publication_round (
  school_id uuid not null,
  publication_id uuid not null,
  round_id uuid not null,
  draft jsonb,
  audit jsonb,
  release_id uuid,
  primary key (school_id, publication_id, round_id),
  foreign key (school_id, publication_id) references publication (school_id, publication_id),
  foreign key (school_id, round_id) references round (school_id, round_id),
  foreign key (school_id, release_id) references release (school_id, release_id)
);
create index publication_round_round_id on publication_round (school_id, round_id);
create index publication_round_release_id on publication_round (school_id, release_id);
comment on table publication_round is 'retention: release; a round of a report, as it is audited and then released';

create table publication_lookup (
  link_hash bytea primary key,
  school_id uuid not null
);
comment on table publication_lookup is 'retention: lookup; keyed hash of the link to a published report, to find the school';

alter table publication enable row level security;
alter table publication force row level security;
create policy school_scope on publication using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);
alter table publication_round enable row level security;
alter table publication_round force row level security;
create policy school_scope on publication_round using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, update on publication, publication_round to samhold_runtime;
grant select, insert on publication_lookup to samhold_runtime;
