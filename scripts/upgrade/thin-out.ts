import type { TestDatabase } from '../../packages/db/src/index.ts';

type Reference = { readonly child: string; readonly parent: string; readonly match: string };
type Table = { readonly name: string; readonly key: string };

const references = `
  select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
         (select string_agg(format('c.%I = t.%I', a.attname, b.attname), ' and ')
            from unnest(c.conkey, c.confkey) k(own, other)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own
            join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.other) as match
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`;

const tables = `
  select c.relname::text as name,
         (select string_agg(quote_ident(a.attname), ', ' order by k.place)
            from pg_constraint p, unnest(p.conkey) with ordinality k(number, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
           where p.conrelid = c.oid and p.contype = 'p') as key
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
     and c.relname not in ('schema_migration', 'access_log')`;

/** Deletes what is over the first `most` rows of each table, except rows that something left refers to. */
export const thinOut = async (database: TestDatabase, most: number): Promise<void> => {
  const found = await database.ask<Reference>(references);
  let left = [...(await database.ask<Table>(tables))];
  while (left.length > 0) {
    // Children first: no table that is not thinned yet refers to these.
    const names = new Set(left.map(({ name }) => name));
    const next = left.filter(
      ({ name }) => !found.some((one) => one.parent === name && one.child !== name && names.has(one.child)),
    );
    if (next.length === 0) throw new Error('Tables refer to each other in a ring.');
    for (const { name, key } of next) {
      const referring = found.filter(({ parent }) => parent === name);
      const free = referring.map(
        ({ child, match }) => `not exists (select 1 from ${child} c where ${match})`,
      );
      await database.ask(`
        delete from ${name} t where ${[...free, `(${key}) not in (select ${key} from ${name} order by ${key} limit ${most})`].join(' and ')}`);
    }
    left = left.filter((table) => !next.includes(table));
  }
};
