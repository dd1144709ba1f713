import type { Place } from '@samhold/db';
import type { TestHouse } from './test-house.ts';
import type { TestSchool } from './test-school.ts';

type Row = Readonly<Record<string, unknown>>;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const tablesOf = (house: TestHouse) =>
  house.database.ask<{ readonly schema: string; readonly name: string }>(`
    select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
     order by 1, 2`);

/** Where a value of this row may have been sealed for: its own table or the person's, under any id the row holds, alone or with the row's number. */
const placesOf = (table: string, column: string, row: Row): readonly Place[] =>
  Object.values(row)
    .filter((value): value is string => typeof value === 'string' && uuid.test(value))
    .flatMap((id) => [id, `${id} ${String(row['number'] ?? row['version'])}`])
    .flatMap((id) => [table, 'sealed_person'].map((of) => ({ table: of, column, row: id })));

/**
 * Everything the database holds, of every table and column, as somebody with the keys of this school would read it: as it
 * lies there, and opened where it opens. By table.
 */
export const storedTexts = async (
  house: TestHouse,
  school: TestSchool,
): Promise<ReadonlyMap<string, string>> => {
  const sealer = await house.deps.db.inScope(school, (_tx, open) => open());
  const opened = (sealed: Buffer, places: readonly Place[]): readonly string[] =>
    places.flatMap((place) => {
      try {
        return [sealer.open(sealed, place)];
      } catch {
        return [];
      }
    });
  const found = new Map<string, string>();
  for (const { schema, name } of await tablesOf(house)) {
    const rows = await house.database.ask<Row>(`select * from "${schema}"."${name}"`);
    const texts = rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        Buffer.isBuffer(value)
          ? [value.toString('latin1'), value.toString('utf8'), ...opened(value, placesOf(name, column, row))]
          : [JSON.stringify(value)],
      ),
    );
    found.set(name, texts.join('\n'));
  }
  return found;
};
