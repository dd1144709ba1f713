-- why: a roster file is first read, shown as what it would change, and only then applied, exactly as it was shown

alter table school add column roster_version integer not null default 0;
alter table school add column roster_mapping jsonb;

create table roster_import (
  school_id uuid not null references school (school_id),
  import_id uuid not null,
  staff_id uuid,
  school_year_id uuid not null,
  format text not null check (format in ('oneroster-1.1', 'oneroster-1.2', 'sds-2.1', 'csv')),
  roster_version integer not null,
  state text not null check (state in ('read', 'applied', 'discarded')),
  counts jsonb not null,
  read_at timestamptz not null,
  applied_at timestamptz,
  primary key (school_id, import_id),
  foreign key (school_id, school_year_id) references school_year (school_id, school_year_id),
  foreign key (school_id, staff_id) references staff_member (school_id, staff_id)
);
create index roster_import_year on roster_import (school_id, school_year_id);
create index roster_import_staff on roster_import (school_id, staff_id);
comment on table roster_import is 'retention: aggregate; a roster file that was read: what it would change, by whom, and whether it was applied';

create table roster_import_change (
  school_id uuid not null,
  import_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('new', 'renamed', 'moved', 'leaving', 'new_staff', 'new_relation', 'rejected')),
  content bytea not null,
  primary key (school_id, import_id, position),
  foreign key (school_id, import_id) references roster_import (school_id, import_id)
);
comment on table roster_import_change is 'retention: session; one change a read file asks for, sealed, until it is applied or put away';

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['roster_import', 'roster_import_change'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy school_scope on %I using (school_id = nullif(current_setting(''app.school_id'', true), '''')::uuid)',
      tenant_table);
  end loop;
end
$$;

grant select, insert, update on roster_import to samhold_runtime;
grant select, insert, delete on roster_import_change to samhold_runtime;
