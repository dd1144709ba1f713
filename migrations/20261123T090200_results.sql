-- why: what closing a sitting and ending a round leave behind: tallies, descriptions, signals, releases, and the log of who opened what

create table participation (
  school_id uuid not null,
  sitting_id uuid not null,
  grade smallint not null,
  listed integer not null,
  responded integer not null,
  primary key (school_id, sitting_id, grade),
  foreign key (school_id, sitting_id) references sitting (school_id, sitting_id),
  check (responded between 0 and listed)
);
comment on table participation is 'retention: aggregate; how many were on the list and how many responded';

create table tally (
  school_id uuid not null,
  sitting_id uuid not null,
  grade smallint not null,
  item_id text not null,
  outcome text not null,
  count integer not null check (count >= 0),
  primary key (school_id, sitting_id, grade, item_id, outcome),
  foreign key (school_id, sitting_id) references sitting (school_id, sitting_id)
);
comment on table tally is 'retention: aggregate; per class, grade, item and outcome a count: an option, or declined, or not_reached';

create table network_description (
  school_id uuid not null,
  sitting_id uuid not null,
  criterion_id text not null,
  version text not null,
  class_figures jsonb not null,
  primary key (school_id, sitting_id, criterion_id),
  foreign key (school_id, sitting_id) references sitting (school_id, sitting_id)
);
comment on table network_description is 'retention: aggregate; figures of the class network that speak of no single pupil';

create table network_pupils (
  school_id uuid not null,
  sitting_id uuid not null,
  criterion_id text not null,
  pupils jsonb not null,
  ties jsonb not null,
  primary key (school_id, sitting_id, criterion_id),
  foreign key (school_id, sitting_id, criterion_id) references network_description (school_id, sitting_id, criterion_id)
);
comment on table network_pupils is 'retention: raw answers; the parts of a network description that speak of single pupils';

create table signal_summary (
  school_id uuid not null,
  sitting_id uuid not null,
  rule_set_version text not null,
  figures jsonb not null,
  primary key (school_id, sitting_id),
  foreign key (school_id, sitting_id) references sitting (school_id, sitting_id)
);
comment on table signal_summary is 'retention: aggregate; how many signals, and how many chance alone would give';

create table signal (
  school_id uuid not null,
  signal_id uuid not null,
  sitting_id uuid not null,
  pupil_id uuid not null,
  level text not null,
  rule_id text not null,
  rule_set_version text not null,
  evidence jsonb not null,
  state text not null default 'new'
    check (state in ('new', 'being_verified', 'confirmed', 'not_confirmed', 'already_followed_up')),
  created_at timestamptz not null,
  no_longer_at timestamptz,
  primary key (school_id, signal_id),
  unique (school_id, sitting_id, pupil_id),
  foreign key (school_id, sitting_id, pupil_id) references sitting_pupil (school_id, sitting_id, pupil_id)
);
create index signal_pupil on signal (school_id, pupil_id);
comment on table signal is 'retention: raw answers; a question about one pupil, with its evidence and the rule that asked';

create table verification (
  school_id uuid not null,
  verification_id uuid not null,
  signal_id uuid not null,
  staff_id uuid not null,
  state text not null check (state in ('being_verified', 'confirmed', 'not_confirmed', 'already_followed_up')),
  observed bytea not null,
  verified_at timestamptz not null,
  primary key (school_id, verification_id),
  foreign key (school_id, signal_id) references signal (school_id, signal_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
create index verification_signal on verification (school_id, signal_id);
create index verification_staff on verification (school_id, staff_id);
comment on table verification is 'retention: raw answers; what staff saw or heard about a signal, sealed';

create table release (
  school_id uuid not null,
  release_id uuid not null,
  round_id uuid not null,
  audience text not null,
  spec text not null,
  spec_version text not null,
  thresholds jsonb not null,
  document jsonb not null,
  hash bytea not null,
  released_at timestamptz not null,
  primary key (school_id, release_id),
  unique (school_id, round_id, audience, spec),
  foreign key (school_id, round_id) references round (school_id, round_id)
);
comment on table release is 'retention: release; frozen aggregates as one audience may see them';

create table access_log_head (
  school_id uuid primary key references school (school_id),
  sequence bigint not null,
  hash bytea not null
);
comment on table access_log_head is 'retention: access log; the last link of the school''s chain';

create table access_log (
  school_id uuid not null references school (school_id),
  sequence bigint not null,
  at timestamptz not null,
  staff_id uuid not null,
  role text not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null,
  hash bytea not null,
  primary key (school_id, sequence)
);
create index access_log_subject on access_log (school_id, subject_kind, subject_id);
comment on table access_log is 'retention: access log; who opened named data about whom, why and when: ids only, chained by hash';
