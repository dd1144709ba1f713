-- why: questionnaires, rounds, sittings and what pupils answer in them

create table questionnaire_version (
  questionnaire_id text not null,
  version integer not null,
  document jsonb not null,
  document_hash bytea not null,
  primary key (questionnaire_id, version)
);
comment on table questionnaire_version is 'retention: installation; published questionnaire documents, never changed';

create table class_code_lookup (
  code_hash bytea primary key,
  school_id uuid not null
);
comment on table class_code_lookup is 'retention: lookup; keyed hash of an open class code, to find the school';

create table round (
  school_id uuid not null,
  round_id uuid not null,
  school_year_id uuid not null,
  class_id uuid,
  kind text not null check (kind in ('wellbeing', 'sociogram')),
  name text not null,
  opens_on date not null,
  closes_on date not null,
  settings jsonb not null,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (school_id, round_id),
  foreign key (school_id, school_year_id) references school_year (school_id, school_year_id),
  foreign key (school_id, class_id) references class (school_id, class_id),
  check (opens_on <= closes_on)
);
create index round_school_year on round (school_id, school_year_id);
create index round_class on round (school_id, class_id);
comment on table round is 'retention: aggregate; a planned run of a questionnaire, for the school or for one class';

create table round_questionnaire (
  school_id uuid not null,
  round_id uuid not null,
  from_grade smallint not null,
  to_grade smallint not null,
  questionnaire_id text not null,
  questionnaire_version integer not null,
  primary key (school_id, round_id, from_grade),
  foreign key (school_id, round_id) references round (school_id, round_id),
  foreign key (questionnaire_id, questionnaire_version) references questionnaire_version (questionnaire_id, version)
);
comment on table round_questionnaire is 'retention: aggregate; the questionnaire version that a round pins for its grades';

create table sitting (
  school_id uuid not null,
  sitting_id uuid not null,
  round_id uuid not null,
  class_id uuid not null,
  questionnaire_id text not null,
  questionnaire_version integer not null,
  state text not null check (state in ('open', 'closed')),
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  class_code bytea,
  code_hash bytea,
  primary key (school_id, sitting_id),
  unique (school_id, round_id, class_id),
  foreign key (school_id, round_id) references round (school_id, round_id),
  foreign key (school_id, class_id) references class (school_id, class_id),
  foreign key (questionnaire_id, questionnaire_version) references questionnaire_version (questionnaire_id, version),
  check ((state = 'closed') = (closed_at is not null))
);
create index sitting_class on sitting (school_id, class_id);
create index sitting_code on sitting (school_id, code_hash);
comment on table sitting is 'retention: aggregate; one class answering one round';

create table sitting_pupil (
  school_id uuid not null,
  sitting_id uuid not null,
  pupil_id uuid not null,
  grade smallint not null check (grade between 1 and 7),
  failed_tries smallint not null default 0,
  answers_later_until timestamptz,
  primary key (school_id, sitting_id, pupil_id),
  foreign key (school_id, sitting_id) references sitting (school_id, sitting_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id)
);
create index sitting_pupil_pupil on sitting_pupil (school_id, pupil_id);
comment on table sitting_pupil is 'retention: raw answers; the list of the sitting when it was opened, absent pupils too';

create table pupil_session (
  school_id uuid not null,
  token_hash bytea not null,
  sitting_id uuid not null,
  pupil_id uuid not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (school_id, token_hash),
  foreign key (school_id, sitting_id, pupil_id) references sitting_pupil (school_id, sitting_id, pupil_id)
);
create index pupil_session_pupil on pupil_session (school_id, sitting_id, pupil_id);
comment on table pupil_session is 'retention: session; a tablet in use by one pupil for one sitting, by hash of its token';

create table response (
  school_id uuid not null,
  response_id uuid not null,
  sitting_id uuid not null,
  pupil_id uuid not null,
  revision integer not null check (revision > 0),
  body_hash bytea not null,
  language text not null,
  started_at timestamptz not null,
  submitted_at timestamptz,
  primary key (school_id, response_id),
  unique (school_id, sitting_id, pupil_id),
  foreign key (school_id, sitting_id, pupil_id) references sitting_pupil (school_id, sitting_id, pupil_id)
);
comment on table response is 'retention: raw answers; one pupil''s response in one sitting';

create table answer (
  school_id uuid not null,
  response_id uuid not null,
  item_id text not null,
  type text not null check (type in ('option', 'declined', 'choices', 'none')),
  option_id text,
  primary key (school_id, response_id, item_id),
  foreign key (school_id, response_id) references response (school_id, response_id),
  check ((type = 'option') = (option_id is not null))
);
comment on table answer is 'retention: raw answers; what was answered on an item';

create table nomination (
  school_id uuid not null,
  response_id uuid not null,
  criterion_id text not null,
  nominee_id uuid not null,
  sitting_id uuid not null,
  position smallint not null,
  primary key (school_id, response_id, criterion_id, nominee_id),
  foreign key (school_id, response_id) references response (school_id, response_id),
  foreign key (school_id, sitting_id, nominee_id) references sitting_pupil (school_id, sitting_id, pupil_id)
);
create index nomination_nominee on nomination (school_id, sitting_id, nominee_id);
comment on table nomination is 'retention: raw answers; whom a pupil chose on a criterion';

create table talk_wish (
  school_id uuid not null,
  sitting_id uuid not null,
  pupil_id uuid not null,
  staff_id uuid not null,
  wished_at timestamptz not null,
  handled_at timestamptz,
  handled_by uuid,
  primary key (school_id, sitting_id, pupil_id),
  foreign key (school_id, sitting_id, pupil_id) references sitting_pupil (school_id, sitting_id, pupil_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id),
  foreign key (school_id, handled_by) references staff_member (school_id, staff_id)
);
create index talk_wish_staff on talk_wish (school_id, staff_id);
create index talk_wish_handled_by on talk_wish (school_id, handled_by);
comment on table talk_wish is 'retention: raw answers; a pupil asked to talk with this adult';
