-- why: leadership confirms who may what, training comes before named data, a pupil may be hidden, and a round rests on recorded grounds

alter table relation add column proposed_by uuid;
alter table relation add column confirmed_by uuid;
alter table relation add column confirmed_at timestamptz;
alter table relation add constraint relation_proposed_by
  foreign key (school_id, proposed_by) references staff_member (school_id, staff_id) not valid;
alter table relation add constraint relation_confirmed_by
  foreign key (school_id, confirmed_by) references staff_member (school_id, staff_id) not valid;
create index relation_proposed_by on relation (school_id, proposed_by);
create index relation_confirmed_by on relation (school_id, confirmed_by);
update relation set confirmed_at = from_at where confirmed_at is null;

alter table staff_member add column trained_on date;
alter table staff_member add column training_confirmed_by uuid;
alter table staff_member add constraint staff_member_training_confirmed_by
  foreign key (school_id, training_confirmed_by) references staff_member (school_id, staff_id) not valid;
create index staff_member_training_confirmed_by on staff_member (school_id, training_confirmed_by);
update staff_member set trained_on = created_at::date where trained_on is null;

create table staff_mail (
  school_id uuid not null,
  staff_id uuid not null,
  email bytea not null,
  code_hash bytea,
  code_expires_at timestamptz,
  failed_tries smallint not null default 0,
  confirmed_at timestamptz,
  primary key (school_id, staff_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
comment on table staff_mail is 'retention: staff; the sealed address a staff member gave, and whether the code sent to it came back';

create table hidden_pupil (
  school_id uuid not null,
  pupil_id uuid not null,
  hidden_by uuid not null,
  hidden_at timestamptz not null,
  primary key (school_id, pupil_id),
  foreign key (school_id, pupil_id) references pupil (school_id, pupil_id),
  foreign key (school_id, hidden_by) references staff_member (school_id, staff_id)
);
create index hidden_pupil_hidden_by on hidden_pupil (school_id, hidden_by);
comment on table hidden_pupil is 'retention: roster; pupils known here by an alias only, which has taken the place of the name';

create table processing_ground (
  school_id uuid not null,
  ground_id uuid not null,
  school_year_id uuid not null,
  purpose text not null,
  legal_reference text not null,
  letter_version text not null,
  letter_approved_on date not null,
  letter_sent_on date not null,
  dpia_version text not null,
  dpia_approved_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (school_id, ground_id),
  foreign key (school_id, school_year_id) references school_year (school_id, school_year_id),
  foreign key (school_id, recorded_by) references staff_member (school_id, staff_id)
);
create index processing_ground_year on processing_ground (school_id, school_year_id, recorded_at);
create index processing_ground_recorded_by on processing_ground (school_id, recorded_by);
comment on table processing_ground is 'retention: aggregate; purpose, legal reference, information letter and DPIA that rounds of a year rest on; the newest counts';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['staff_mail', 'hidden_pupil', 'processing_ground'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update, delete on staff_mail to samhold_runtime;
grant select, insert, delete on hidden_pupil to samhold_runtime;
grant select, insert on processing_ground to samhold_runtime;
