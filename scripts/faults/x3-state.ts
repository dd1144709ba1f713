import { openDatabase, sql, type Keyring } from '../../packages/db/src/index.ts';

/** A hash of the rows of each table. */
export type Hashes = Readonly<Record<string, string>>;
/** The rows of tables as text, in an order that hangs on nothing made by chance. */
export type Rows = Readonly<Record<string, readonly string[]>>;

/** Attempts are counted past the use case, also of what fails: that is what they are for. */
const COUNTERS: readonly string[] = ['attempt_window', 'account_try'];
export const NOT_COMPARED: readonly string[] = [...COUNTERS, 'schema_migration'];

/** What is made anew each time: ids, moments, bytes of tokens and of sealed texts, hashes, codes, seeds. */
const MADE = new RegExp(
  [
    '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}',
    '\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:\\+00|Z)',
    '\\\\x[\\da-f]{8,}',
    '\\b[\\da-f]{64}\\b',
    '\\$argon2id(?:\\$[^"$]+){4}',
    '\\b(?:[A-Z\\d]{6}|[A-Z\\d]{8})\\b',
    '\\b\\d{5,10}\\b',
  ].join('|'),
  'g',
);

/** All tables of the product, and the jobs it adds, with the columns that are written. */
const CATALOG = `
  select c.relname::text as name, format('%I.%I', n.nspname, c.relname) as place,
         string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   where (n.nspname = 'public' or n.nspname = 'pgboss' and c.relname = 'job')
     and c.relkind in ('r', 'p') and not c.relispartition
   group by 1, 2 order by 1`;

type Table = { readonly name: string; readonly place: string; readonly columns: string };

const ofEach = (tables: readonly Table[], value: string): string =>
  `select ${tables.map(({ name, place }) => `(select ${value} from ${place} t) as "${name}"`).join(', ')}`;

const HASH = `md5(coalesce(string_agg(t::text, '|' order by t::text collate "C"), ''))`;

export type StateReader = {
  readonly hashes: () => Promise<Hashes>;
  readonly rows: (tables: readonly string[]) => Promise<Rows>;
  /** Puts these tables back to what they were when the reader was opened, and forgets what was counted of attempts. */
  readonly putBack: (tables: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Reads all tables of a database past every wall, by a superuser, and keeps them as they are now in a schema beside them. */
export const openStateReader = async (superuserUrl: string, keyring: Keyring): Promise<StateReader> => {
  const db = openDatabase(`${superuserUrl}?options=-c%20timezone%3DUTC`, keyring, 1);
  const run = <T>(statements: readonly string[]): Promise<readonly T[]> =>
    db.beforeScope(async (tx) => {
      let last: readonly T[] = [];
      for (const statement of statements) last = (await sql.raw<T>(statement).execute(tx)).rows;
      return last;
    });
  const one = async <T>(statement: string): Promise<T> => {
    const [row] = await run<T>([statement]);
    if (row === undefined) throw new Error('A question about all tables has one row.');
    return row;
  };
  const tables = (await run<Table>([CATALOG])).filter(({ name }) => !NOT_COMPARED.includes(name));
  const named = (wanted: readonly string[]) => tables.filter(({ name }) => wanted.includes(name));
  await run([
    'create schema kept',
    ...tables.map(({ name, place }) => `create table kept."${name}" as table ${place}`),
  ]);
  return {
    hashes: () => one(ofEach(tables, HASH)),
    rows: async (wanted) =>
      wanted.length === 0 ? {} : one(ofEach(named(wanted), `coalesce(json_agg(t::text), '[]')`)),
    putBack: async (changed) => {
      const forget = COUNTERS.map((name) => `delete from ${name}`);
      const statements = named(changed).flatMap(({ name, place, columns }) => [
        `delete from ${place}`,
        `insert into ${place} (${columns}) overriding system value select ${columns} from kept."${name}"`,
      ]);
      // What refers to what is not looked at while some of it is gone.
      await run(['set local session_replication_role = replica', ...forget, ...statements]);
    },
    close: db.close,
  };
};

export const tokensIn = (text: string): readonly string[] => text.match(MADE) ?? [];

/** The same rows with a sign for everything that was made by chance or by the clock, and is not among what is known. */
export const withoutChance = (rows: Rows, known: ReadonlySet<string>): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([table, texts]) => [
      table,
      texts.map((text) => text.replaceAll(MADE, (token) => (known.has(token) ? token : '#'))).toSorted(),
    ]),
  );

/** The tables in which two states differ. */
export const differing = (one: Hashes, other: Hashes): readonly string[] =>
  Object.keys(one).filter((table) => one[table] !== other[table]);
