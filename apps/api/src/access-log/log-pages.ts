import type { Tx } from '@samhold/db';
import type { LogRow } from './verify.ts';

const PAGE = 5_000;

/** The log of a school after an entry, to its end, some thousand entries at a time. */
export async function* logPages(tx: Tx, schoolId: string, after: number): AsyncGenerator<readonly LogRow[]> {
  for (let last: number | undefined = after; last !== undefined;) {
    const rows = await tx
      .selectFrom('access_log')
      .selectAll()
      .where('school_id', '=', schoolId)
      .where('sequence', '>', String(last))
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    const page = rows.map(({ school_id: _school, hash, ...row }) => ({
      ...row,
      sequence: Number(row.sequence),
      at: row.at.toISOString(),
      hash: hash.toString('hex'),
    }));
    if (page.length > 0) yield page;
    last = page.at(-1)?.sequence;
  }
}
