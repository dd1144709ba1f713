-- why: an installation is given more schools: a link of a first administrator leads to one school, and no two schools have the same organisation number

create table setup_link_lookup (
  link_hash bytea primary key,
  school_id uuid not null
);
comment on table setup_link_lookup is 'retention: lookup; keyed hash of the link of a first administrator, to find the school it leads to; none for one that makes the first school';

create table school_number_lookup (
  number_hash bytea primary key,
  school_id uuid not null
);
comment on table school_number_lookup is 'retention: lookup; keyed hash of an organisation number, to find the school and refuse a second one';

grant select, insert, delete on setup_link_lookup, school_number_lookup to samhold_runtime;
