-- why: leadership makes versions of a questionnaire of the school's own; rounds and sittings pin them as they pin those of the product

create table own_questionnaire_version (
  school_id uuid not null,
  questionnaire_id text not null check (questionnaire_id like 'own-%'),
  version integer not null check (version > 0),
  entries jsonb not null,
  document jsonb not null,
  document_hash bytea not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (school_id, questionnaire_id, version),
  foreign key (school_id, made_by) references staff_member (school_id, staff_id)
);
create index own_questionnaire_version_made_by on own_questionnaire_version (school_id, made_by);
comment on table own_questionnaire_version is 'retention: aggregate; a questionnaire as the school has published it, never changed';

create table own_questionnaire_draft (
  school_id uuid not null,
  questionnaire_id text not null check (questionnaire_id like 'own-%'),
  based_on integer not null,
  revision integer not null check (revision > 0),
  entries jsonb not null,
  edited_by uuid not null,
  edited_at timestamptz not null,
  primary key (school_id, questionnaire_id),
  foreign key (school_id, edited_by) references staff_member (school_id, staff_id)
);
create index own_questionnaire_draft_edited_by on own_questionnaire_draft (school_id, edited_by);
comment on table own_questionnaire_draft is 'retention: aggregate; the next version of a questionnaire while leadership works on it';

-- A version that is pinned is there: the product's in questionnaire_version, the school's own in own_questionnaire_version.
do $$
declare
  pinning text;
  old_key text;
begin
  foreach pinning in array array['round_questionnaire', 'sitting'] loop
    select conname into strict old_key from pg_constraint
     where conrelid = pinning::regclass and contype = 'f' and confrelid = 'questionnaire_version'::regclass;
    execute format('alter table %I drop constraint %I', pinning, old_key);
    execute format(
      'alter table %I
         add column standard_id text generated always as (case when questionnaire_id like ''own-%%'' then null else questionnaire_id end) stored,
         add column own_id text generated always as (case when questionnaire_id like ''own-%%'' then questionnaire_id end) stored',
      pinning);
    execute format(
      'alter table %I
         add foreign key (standard_id, questionnaire_version) references questionnaire_version (questionnaire_id, version),
         add foreign key (school_id, own_id, questionnaire_version)
           references own_questionnaire_version (school_id, questionnaire_id, version)',
      pinning);
    execute format(
      'create index %I on %I (school_id, own_id, questionnaire_version)', pinning || '_own_version', pinning);
  end loop;
end
$$;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['own_questionnaire_version', 'own_questionnaire_draft'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert on own_questionnaire_version to samhold_runtime;
grant select, insert, update, delete on own_questionnaire_draft to samhold_runtime;
grant update (questionnaire_id, questionnaire_version) on round_questionnaire to samhold_runtime;
