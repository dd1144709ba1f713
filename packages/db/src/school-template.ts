import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { tablesInOrder } from './tables-in-order.ts';

/** One row in the text format of COPY, by column: `\N` is null, bytes are `\\x` and hex. */
export type CopiedRow = Readonly<Record<string, string>>;

/** What a row of a table becomes in the copy; ids are those of the copy by then. */
export type Rewrite = (row: CopiedRow) => CopiedRow;

type TemplateTable = {
  readonly name: string;
  readonly columns: readonly string[];
  /** What lies between the ids, a list a chunk; `ids` lie between them. */
  readonly chunks: readonly { readonly between: readonly string[]; readonly ids: readonly string[] }[];
};

export type SchoolTemplate = { readonly schoolId: string; readonly tables: readonly TemplateTable[] };

/** Its last twelve digits are the ones that differ between copies, so that copies keep the order of the template. */
const ID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const CHUNK_LINES = 2_000;

const chunksOf = (copied: string): TemplateTable['chunks'] => {
  const lines = copied.split('\n').slice(0, -1);
  const chunks = [];
  for (let at = 0; at < lines.length; at += CHUNK_LINES) {
    const chunk = `${lines.slice(at, at + CHUNK_LINES).join('\n')}\n`;
    chunks.push({ between: chunk.split(ID), ids: chunk.match(ID) ?? [] });
  }
  return chunks;
};

const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Every row of a school but its sessions, read by COPY. As a superuser: COPY does not go through row-level security. */
export const readTemplate = async (superuserUrl: string, schoolId: string): Promise<SchoolTemplate> => {
  const wanted = (await tablesInOrder(superuserUrl)).filter(
    ({ tenant, retention }) => tenant && retention !== 'session',
  );
  return withClient(superuserUrl, async (client) => {
    const tables: TemplateTable[] = [];
    for (const { name, columns } of wanted) {
      const names = columns.map((column) => column.name);
      const query = `copy (select ${names.join(', ')} from ${name} where school_id = '${schoolId}') to stdout`;
      const chunks = chunksOf(await text(client.query(to(query))));
      if (chunks.length > 0) tables.push({ name, columns: names, chunks });
    }
    return { schoolId, tables };
  });
};

/** Gives the ids of one copy: none of another copy, and the same each time for the same id. */
const newIds = (kept: ReadonlySet<string>): ((id: string) => string) => {
  const salt = randomBytes(6).readUIntBE(0, 6);
  const [high, low] = [Math.floor(salt / 2 ** 24), salt % 2 ** 24];
  const hex = (part: string, with_: number): string =>
    (Number.parseInt(part, 16) ^ with_).toString(16).padStart(6, '0');
  return (id) => (kept.has(id) ? id : id.slice(0, 24) + hex(id.slice(24, 30), high) + hex(id.slice(30), low));
};

const rewritten = (chunk: string, columns: readonly string[], rewrite: Rewrite): string =>
  chunk
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const fields = line.split('\t');
      const row = rewrite(Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? '\\N'])));
      return `${columns.map((column) => row[column] ?? '\\N').join('\t')}\n`;
    })
    .join('');

function* rowsOf(
  { columns, chunks }: TemplateTable,
  idOf: (id: string) => string,
  rewrite: Rewrite | undefined,
): Generator<string> {
  for (const { between, ids } of chunks) {
    const chunk = between.map((part, i) => part + (i < ids.length ? idOf(ids[i] ?? '') : '')).join('');
    yield rewrite === undefined ? chunk : rewritten(chunk, columns, rewrite);
  }
}

/** The id that the copy of a school will have, and the copying. `keep` are ids of what belongs to no school. */
export const copyTemplate = async (
  superuserUrl: string,
  { schoolId, tables }: SchoolTemplate,
  rewrites: (schoolId: string) => Readonly<Record<string, Rewrite>>,
  keep: readonly string[],
): Promise<string> => {
  const idOf = newIds(new Set(keep));
  const copyId = idOf(schoolId);
  const rewriteOf = rewrites(copyId);
  await withClient(superuserUrl, async (client) => {
    await client.query('begin');
    for (const table of tables) {
      const into = client.query(from(`copy ${table.name} (${table.columns.join(', ')}) from stdin`));
      await pipeline(Readable.from(rowsOf(table, idOf, rewriteOf[table.name])), into);
    }
    await client.query('commit');
  });
  return copyId;
};

/** Deletes every row of a school, the last made first, and the owner that has no other. */
export const forgetSchool = async (superuserUrl: string, schoolId: string): Promise<void> => {
  const tables = (await tablesInOrder(superuserUrl)).filter(({ columns }) =>
    columns.some(({ name }) => name === 'school_id'),
  );
  await withClient(superuserUrl, async (client) => {
    await client.query('begin');
    for (const { name } of tables.toReversed())
      await client.query(`delete from ${name} where school_id = $1`, [schoolId]);
    await client.query('delete from school_owner where owner_id not in (select owner_id from school)');
    await client.query('commit');
  });
};
