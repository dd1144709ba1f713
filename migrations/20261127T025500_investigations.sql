-- why: a survey that may name somebody in a negative question (forskrift § 20-5) is asked in a case only, lies apart from every routine round, and goes on its own day

create table investigation (
  school_id uuid not null,
  investigation_id uuid not null,
  case_id uuid not null,
  class_id uuid not null,
  state text not null check (state in ('asked', 'declined', 'withdrawn', 'approved', 'open', 'ended', 'deleted')),
  conditions text[] not null check (cardinality(conditions) > 0),
  content bytea not null,
  criteria text[] not null check (cardinality(criteria) between 1 and 4),
  open_days smallint not null check (open_days between 1 and 10),
  delete_on date not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision bytea,
  opened_by uuid,
  opened_at timestamptz,
  closes_at timestamptz,
  class_code bytea,
  code_hash bytea,
  ended_at timestamptz,
  answered smallint,
  deleted_at timestamptz,
  primary key (school_id, investigation_id),
  foreign key (school_id, case_id) references school_case (school_id, case_id),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (school_id, asked_by) references staff_member (school_id, staff_id),
  foreign key (school_id, decided_by) references staff_member (school_id, staff_id),
  foreign key (school_id, opened_by) references staff_member (school_id, staff_id),
  check ((decided_by is null) = (decided_at is null)),
  check ((opened_by is null) = (opened_at is null)),
  check ((opened_at is null) = (closes_at is null)),
  check (state <> 'open' or decided_by is not null),
  check ((state = 'deleted') = (deleted_at is not null))
);
create unique index investigation_one_at_a_time on investigation (school_id, case_id) where state in ('asked', 'approved', 'open');
create index investigation_case on investigation (school_id, case_id);
create index investigation_class on investigation (school_id, class_id);
create index investigation_asked_by on investigation (school_id, asked_by);
create index investigation_decided_by on investigation (school_id, decided_by);
create index investigation_opened_by on investigation (school_id, opened_by);
create index investigation_code on investigation (school_id, code_hash);
comment on table investigation is 'retention: case; a survey within the investigation of a case: why, sealed, who asked and approved, until when, and when its answers went';

create table investigation_reader (
  school_id uuid not null,
  investigation_id uuid not null,
  staff_id uuid not null,
  added_by uuid not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (school_id, investigation_id, staff_id, from_at),
  foreign key (school_id, investigation_id) references investigation (school_id, investigation_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  foreign key (school_id, added_by) references staff_member (school_id, staff_id),
  check (to_at is null or to_at >= from_at)
);
create index investigation_reader_staff on investigation_reader (school_id, staff_id);
create index investigation_reader_added_by on investigation_reader (school_id, added_by);
comment on table investigation_reader is 'retention: case; who may read what pupils answered in an investigation, from and to';

create table investigation_pupil (
  school_id uuid not null,
  investigation_id uuid not null,
  pupil_id uuid not null,
  grade smallint not null check (grade between 1 and 7),
  failed_tries smallint not null default 0,
  order_seed integer not null default floor(random() * 2147483647)::integer,
  response_id uuid,
  submitted_at timestamptz,
  talk_with uuid,
  primary key (school_id, investigation_id, pupil_id),
  foreign key (school_id, investigation_id) references investigation (school_id, investigation_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  foreign key (school_id, talk_with) references staff_member (school_id, staff_id)
);
create index investigation_pupil_pupil on investigation_pupil (school_id, pupil_id);
create index investigation_pupil_talk_with on investigation_pupil (school_id, talk_with);
comment on table investigation_pupil is 'retention: raw answers; whom an investigation asks, and who has handed in; gone on the day of the investigation';

create table investigation_session (
  school_id uuid not null,
  token_hash bytea not null,
  investigation_id uuid not null,
  pupil_id uuid not null,
  last_seen_at timestamptz not null,
  primary key (school_id, token_hash),
  foreign key (school_id, investigation_id, pupil_id) references investigation_pupil (school_id, investigation_id, pupil_id)
);
create index investigation_session_pupil on investigation_session (school_id, investigation_id, pupil_id);
comment on table investigation_session is 'retention: session; a tablet in use by one pupil for an investigation, by hash of its token';

create table investigation_upload (
  school_id uuid not null,
  token_hash bytea not null,
  investigation_id uuid not null,
  pupil_id uuid not null,
  started_at timestamptz not null,
  submitted_part integer,
  primary key (school_id, token_hash),
  foreign key (school_id, investigation_id, pupil_id) references investigation_pupil (school_id, investigation_id, pupil_id)
);
create index investigation_upload_pupil on investigation_upload (school_id, investigation_id, pupil_id);
comment on table investigation_upload is 'retention: raw answers; what one tablet hands over for one pupil of an investigation, by hash of a token that can only write';

create table investigation_part (
  school_id uuid not null,
  token_hash bytea not null,
  number integer not null check (number > 0),
  body_hash bytea not null,
  outcome text not null check (outcome in ('stored', 'refused')),
  code text,
  primary key (school_id, token_hash, number),
  foreign key (school_id, token_hash) references investigation_upload (school_id, token_hash),
  check ((outcome = 'refused') = (code is not null))
);
comment on table investigation_part is 'retention: raw answers; which parts of a response to an investigation have come';

create table investigation_answer (
  school_id uuid not null,
  investigation_id uuid not null,
  pupil_id uuid not null,
  item_id text not null,
  content bytea not null,
  upload_started_at timestamptz not null,
  part integer not null,
  primary key (school_id, investigation_id, pupil_id, item_id),
  foreign key (school_id, investigation_id, pupil_id) references investigation_pupil (school_id, investigation_id, pupil_id)
);
comment on table investigation_answer is 'retention: raw answers; what a pupil answered in an investigation, sealed, so that who named whom is no relation in the database';

create table investigation_reply (
  school_id uuid not null,
  reply_id uuid not null,
  investigation_id uuid not null,
  pupil_id uuid not null,
  whose text not null check (whose in ('pupil', 'guardian')),
  content bytea not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, reply_id),
  foreign key (school_id, investigation_id, pupil_id) references investigation_pupil (school_id, investigation_id, pupil_id),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id)
);
create index investigation_reply_pupil on investigation_reply (school_id, investigation_id, pupil_id);
create index investigation_reply_recorded_by on investigation_reply (school_id, recorded_by);
comment on table investigation_reply is 'retention: raw answers; what a pupil or a guardian says to what was answered about the pupil, sealed';

alter table staff_session add column proved_at timestamptz;
comment on column staff_session.proved_at is 'when the person last had to prove at the provider who it is, where that was asked for';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['investigation', 'investigation_reader', 'investigation_pupil', 'investigation_session', 'investigation_upload',
    'investigation_part', 'investigation_answer', 'investigation_reply'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update on investigation, investigation_reader to samhold_runtime;
grant select, insert, update, delete on investigation_pupil, investigation_session, investigation_upload, investigation_part,
  investigation_answer, investigation_reply to samhold_runtime;
