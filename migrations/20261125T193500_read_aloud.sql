-- why: questions are read aloud also where the tablet has no voice: staff read them in, once a language

create table read_aloud_clip (
  school_id uuid not null,
  clip_id uuid not null,
  language text not null check (char_length(language) between 2 and 5),
  source_text text not null check (char_length(source_text) between 1 and 500),
  shown_text text not null check (char_length(shown_text) between 1 and 500),
  text_hash bytea not null,
  version integer not null check (version > 0),
  media_type text not null check (media_type in ('audio/webm', 'audio/mp4')),
  audio bytea not null check (octet_length(audio) <= 524288),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (school_id, clip_id),
  unique (school_id, language, text_hash, version),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id)
);
create index read_aloud_clip_recorded_by on read_aloud_clip (school_id, recorded_by);
comment on table read_aloud_clip is 'retention: staff; a staff member reads a text of the pupil pages aloud, by hash of the Norwegian text and the text shown; the newest version is played, until staff delete it';

-- What a school has recorded is what it expects to be heard.
alter table school add column clips_first boolean not null default true;
alter table class add column read_aloud boolean not null default false;

alter table read_aloud_clip enable row level security;
alter table read_aloud_clip force row level security;
create policy school_scope on read_aloud_clip
  using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);

grant select, insert, delete on read_aloud_clip to samhold_runtime;
