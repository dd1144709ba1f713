import { openDatabase, sql, type Keyring } from '../../packages/db/src/index.ts';

/** A hash of the rows of each table. */
export type Hashes = Readonly<Record<string, string>>;
/** The rows of tables as text, in an order that hangs on nothing made by chance. */
export type Rows = Readonly<Record<string, readonly string[]>>;

/** Attempts are counted past the use case, also of what fails: that is what they are for. */
export const NOT_COMPARED: readonly string[] = ['attempt_window', 'account_try', 'schema_migration'];

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

const CATALOG = `
  select c.relname::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
   group by 1 order by 1`;

const ofEach = (tables: readonly string[], value: string): string =>
  `select ${tables.map((name) => `(select ${value} from "${name}" t) as "${name}"`).join(', ')}`;

const HASH = `md5(coalesce(string_agg(t::text, '|' order by t::text collate "C"), ''))`;

export type StateReader = {
  readonly hashes: () => Promise<Hashes>;
  readonly rows: (tables: readonly string[]) => Promise<Rows>;
  /** Puts these tables back to what they were when the reader was opened. */
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
  const found = await run<{ readonly name: string; readonly columns: string }>([CATALOG]);
  const columns = new Map(found.map((table) => [table.name, table.columns]));
  const tables = [...columns.keys()].filter((name) => !NOT_COMPARED.includes(name));
  await run([
    'create schema kept',
    ...tables.map((name) => `create table kept."${name}" as table "${name}"`),
  ]);
  return {
    hashes: () => one(ofEach(tables, HASH)),
    rows: async (wanted) =>
      wanted.length === 0 ? {} : one(ofEach(wanted, `coalesce(json_agg(t::text), '[]')`)),
    putBack: async (changed) => {
      const statements = changed.flatMap((name) => [
        `delete from "${name}"`,
        `insert into "${name}" (${columns.get(name)}) overriding system value select ${columns.get(name)} from kept."${name}"`,
      ]);
      // What refers to what is not looked at while some of it is gone.
      await run(['set local session_replication_role = replica', ...statements]);
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
