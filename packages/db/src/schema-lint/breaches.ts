import { makingBreaches } from './making-breaches.ts';
import { inTable, type Breach } from './breach.ts';

const tenantTable = (name: string, columns: string): string =>
  `create table ${name} (school_id uuid not null, ${columns});
   comment on table ${name} is 'retention: roster; planted';
   alter table ${name} enable row level security;
   alter table ${name} force row level security;
   create policy school_scope on ${name}
     using (school_id = nullif(current_setting('app.school_id', true), '')::uuid);`;

const keyColumns = 'id uuid not null, primary key (school_id, id)';

export const breaches: readonly Breach[] = [
  inTable('retention-comment', 'a new table without a comment', 'create table planted (id uuid primary key)'),
  inTable(
    'retention-comment',
    'a class that is not on the list',
    `comment on table pupil is 'retention: forever; planted'`,
    'pupil',
  ),
  inTable(
    'retention-comment',
    'a class without words',
    `comment on table pupil is 'retention: roster'`,
    'pupil',
  ),
  inTable(
    'school-id-everywhere',
    'pupils without a school',
    `create table planted (id uuid primary key); comment on table planted is 'retention: roster; planted'`,
  ),
  inTable(
    'school-id-everywhere',
    'a school id that may be missing',
    `${tenantTable('planted', keyColumns)}
     create table loose (school_id uuid, id uuid primary key)`,
    'loose.school_id',
  ),
  inTable(
    'lookup-only-hashes',
    'a name beside the hash',
    'alter table class_code_lookup add column label text',
    'class_code_lookup.label',
  ),
  inTable('no-sequences', 'a serial column', 'alter table tally add column n serial', 'tally_n_seq'),
  inTable(
    'no-sequences',
    'an identity column',
    'alter table tally add column n int generated always as identity',
    'tally.n',
  ),
  inTable(
    'no-exclusion-constraints',
    'an exclusion constraint',
    'alter table school_year add constraint planted exclude using btree (school_year_id with =)',
  ),
  inTable(
    'no-triggers',
    'a trigger',
    'create trigger planted before update on pupil for each row execute function suppress_redundant_updates_trigger()',
    'pupil.planted',
  ),
  inTable(
    'no-triggers',
    'a rule',
    'create rule planted as on delete to pupil do instead nothing',
    'pupil.planted',
  ),
  inTable('tables-only', 'a view', 'create view planted as select * from pupil'),
  inTable(
    'tables-only',
    'a function',
    'create function planted() returns int language sql as $$ select 1 $$',
  ),
  inTable(
    'primary-key-by-school',
    'the school second',
    tenantTable('planted', 'id uuid not null, primary key (id, school_id)'),
  ),
  inTable('primary-key-by-school', 'no primary key', tenantTable('planted', 'id uuid not null')),
  inTable('unique-by-school', 'a unique index', 'create unique index planted on class (name, school_id)'),
  inTable(
    'unique-by-school',
    'a unique expression',
    'create unique index planted on class (lower(name), school_id)',
  ),
  inTable(
    'unique-by-school',
    'a unique constraint',
    'alter table class add constraint planted unique (class_id)',
  ),
  inTable(
    'foreign-key-by-school',
    'a key across schools',
    `alter table class add constraint planted_key unique (class_id);
     alter table round add constraint planted foreign key (class_id) references class (class_id)`,
    'round.planted',
  ),
  inTable(
    'foreign-key-by-school',
    'the school second',
    `alter table round add constraint planted foreign key (class_id, school_id) references class (class_id, school_id)`,
    'round.planted',
  ),
  inTable(
    'foreign-key-by-school',
    'a look-up table that points into a school',
    'alter table class_code_lookup add constraint planted foreign key (school_id) references school (school_id)',
    'class_code_lookup.planted',
  ),
  inTable(
    'foreign-key-index',
    'no index at all',
    tenantTable(
      'planted',
      `${keyColumns}, pupil_id uuid, constraint pupil_key foreign key (school_id, pupil_id) references pupil`,
    ),
    'planted.pupil_key',
  ),
  inTable(
    'foreign-key-index',
    'an index with another column between',
    `${tenantTable(
      'planted',
      `${keyColumns}, pupil_id uuid, constraint pupil_key foreign key (school_id, pupil_id) references pupil`,
    )} create index on planted (school_id, id, pupil_id)`,
    'planted.pupil_key',
  ),
  inTable(
    'no-set-null',
    'on delete set null',
    `alter table round add constraint planted
       foreign key (school_id, class_id) references class (school_id, class_id) on delete set null`,
    'round.planted',
  ),
  inTable(
    'no-set-null',
    'on delete set default of the school alone',
    `alter table round add constraint planted
       foreign key (school_id) references school (school_id) on delete set default`,
    'round.planted',
  ),
  inTable(
    'no-moving-between-schools',
    'on update cascade',
    `alter table round add constraint planted
       foreign key (school_id, class_id) references class (school_id, class_id) on update cascade`,
    'round.planted',
  ),
  inTable('row-security-forced', 'not enabled', 'alter table pupil disable row level security', 'pupil'),
  inTable('row-security-forced', 'not forced', 'alter table pupil no force row level security', 'pupil'),
  inTable('school-scope-policy', 'no policy', 'drop policy school_scope on pupil', 'pupil'),
  inTable(
    'school-scope-policy',
    'a second, open policy',
    'create policy planted on pupil for select using (true)',
    'pupil',
  ),
  inTable(
    'school-scope-policy',
    'a policy with a way around',
    `alter policy school_scope on pupil
       using (school_id = nullif(current_setting('app.school_id', true), '')::uuid or current_user = 'samhold_serve')`,
    'pupil',
  ),
  inTable(
    'school-scope-policy',
    'writing is open',
    'alter policy school_scope on pupil with check (true)',
    'pupil',
  ),
  inTable(
    'runtime-owns-nothing',
    'a table of the runtime role',
    'alter table tally owner to samhold_runtime',
    'samhold_runtime owns table tally',
  ),
  inTable(
    'runtime-owns-nothing',
    'a table of the login',
    'alter table tally owner to samhold_serve',
    'samhold_serve owns table tally',
  ),
  inTable('runtime-attributes', 'bypassrls', 'alter role samhold_runtime bypassrls', 'samhold_runtime'),
  inTable(
    'runtime-attributes',
    'bypassrls of the login',
    'alter role samhold_serve bypassrls',
    'samhold_serve',
  ),
  ...['TRUNCATE', 'REFERENCES', 'TRIGGER'].map((privilege) =>
    inTable(
      'runtime-grants',
      privilege,
      `grant ${privilege} on tally to samhold_runtime`,
      `tally ${privilege}`,
    ),
  ),
  inTable('runtime-grants', 'to everybody', 'grant truncate on tally to public', 'tally TRUNCATE'),
  inTable(
    'runtime-grants',
    'one column',
    'grant references (item_id) on tally to samhold_serve',
    'tally.item_id REFERENCES',
  ),
  ...makingBreaches,
  ...['access_log', 'verification'].map((table) =>
    inTable('never-changed', `update of ${table}`, `grant update on ${table} to samhold_runtime`, table),
  ),
  inTable('log-by-whole-years', 'the policy is gone', 'drop policy whole_years on access_log', 'access_log'),
  inTable(
    'log-by-whole-years',
    'sooner than five years',
    `alter policy whole_years on access_log using (at < date_trunc('year', now()) - interval '1 year')`,
    'access_log',
  ),
  inTable(
    'log-by-whole-years',
    'by whoever says which school goes',
    `alter policy whole_years on access_log using (at < date_trunc('year', now()) - interval '5 years'
       or school_id = nullif(current_setting('app.deleted_school_id', true), '')::uuid)`,
    'access_log',
  ),
  ...['release', 'questionnaire_version'].flatMap((table) => [
    inTable('append-only', `update of ${table}`, `grant update on ${table} to samhold_runtime`, table),
    inTable('append-only', `delete from ${table}`, `grant delete on ${table} to samhold_runtime`, table),
  ]),
  inTable(
    'never-changed',
    'update of one column by everybody',
    'grant update (purpose) on access_log to public',
    'access_log',
  ),
  inTable('append-only', 'the table by another name', 'alter table release rename to planted', 'release'),
  ...[
    'given_name',
    'family_name',
    'external_id',
    'picture_code',
    'observed',
    'class_code',
    'wrapped_key',
  ].map((column) =>
    inTable('sealed-columns', column, `alter table tally add column ${column} text`, `tally.${column}`),
  ),
  ...['first_name', 'lastname', 'email', 'phone', 'home_address', 'birth_date'].map((column) =>
    inTable('no-readable-person', column, `alter table tally add column ${column} text`, `tally.${column}`),
  ),
];
