-- why: every release of a round is made from the same counts, frozen when its first figure leaves the class, and carries the proof of what it hides

create table released_participation (
  school_id uuid not null,
  sitting_id uuid not null,
  grade smallint not null,
  listed integer not null check (listed >= 0),
  responded integer not null check (responded between 0 and listed),
  frozen_at timestamptz not null,
  primary key (school_id, sitting_id, grade),
  foreign key (school_id, sitting_id) references sitting (school_id, sitting_id)
);
comment on table released_participation is 'retention: release; how many were on the list and responded when the first figure of a sitting was released';

create table released_tally (
  school_id uuid not null,
  sitting_id uuid not null,
  grade smallint not null,
  item_id text not null,
  outcome text not null,
  count integer not null check (count >= 0),
  primary key (school_id, sitting_id, grade, item_id, outcome),
  foreign key (school_id, sitting_id, grade) references released_participation (school_id, sitting_id, grade)
);
comment on table released_tally is 'retention: release; the counts every release of a sitting is made from, as they were when the first was made';

create table release_audit (
  school_id uuid not null references school (school_id),
  audit_id uuid not null,
  audit jsonb not null,
  audited_at timestamptz not null,
  primary key (school_id, audit_id)
);
comment on table release_audit is 'retention: release; what was seen from each viewpoint, and the tables that prove each primary cell unknown; never given to readers';

alter table release add column audit_id uuid;
-- squawk-ignore constraint-missing-not-valid,adding-foreign-key-constraint
alter table release add constraint release_audited foreign key (school_id, audit_id) references release_audit (school_id, audit_id);
-- squawk-ignore require-concurrent-index-creation
create index release_audit_id on release (school_id, audit_id);

alter table release_audit enable row level security;
alter table release_audit force row level security;
create policy school_scope on release_audit using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);
alter table released_participation enable row level security;
alter table released_participation force row level security;
create policy school_scope on released_participation using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);
alter table released_tally enable row level security;
alter table released_tally force row level security;
create policy school_scope on released_tally using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert on released_participation, released_tally, release_audit to samhold_runtime;
