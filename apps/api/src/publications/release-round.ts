import {
  protectedRange,
  releaseItem,
  tierOf,
  type EarlierRelease,
  type ItemAudit,
  type ReleasedItem,
  type Tier,
} from '@samhold/analysis';
import type { ReleasedDocument, RoundKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { columnsOf, countedTables, type CountedTable, type CountedTableItem } from './counted-tables.ts';
import { readFrozen } from './freeze-counts.ts';
import { releasesOfRound } from './queries.ts';
import type { ReleaseSpec } from './release-spec.ts';
import { linearSolver } from './solver.ts';

export type ReleasedRound = { readonly roundId: string; readonly kind: RoundKind; readonly name: string };

/** What readers get, and the proof that it hides what it hides. */
type MadeRelease = { readonly document: ReleasedDocument; readonly audit: ReleaseAudit };

export type ReleaseAudit = {
  readonly range: number;
  readonly with: readonly string[];
  readonly systems: readonly (ItemAudit & {
    readonly questionnaireId: string;
    readonly questionnaireVersion: number;
    readonly itemId: string;
    readonly sensitive: boolean;
    readonly sensitiveOptions: readonly string[];
    readonly options: readonly string[];
    readonly units: CountedTableItem['system']['units'];
  })[];
};

type Before = { readonly releaseId: string; readonly tier: Tier; readonly document: ReleasedDocument };

const tableIn = (document: ReleasedDocument, table: CountedTable) =>
  document.tables.find(
    (one) =>
      one.questionnaireId === table.questionnaireId &&
      one.questionnaireVersion === table.questionnaireVersion,
  );

/** What earlier releases of the round say of an item, to whomever. */
const saidBefore = (before: readonly Before[], table: CountedTable, itemId: string): EarlierRelease[] =>
  before.flatMap(({ tier, document }) => {
    const item = tableIn(document, table)?.items.find((one) => one.itemId === itemId);
    return item === undefined ? [] : [{ tier, item: { ...item, columns: item.options } }];
  });

const releaseOne = async (
  one: CountedTableItem,
  spec: ReleaseSpec,
  classNames: readonly string[] | null,
  earlier: readonly EarlierRelease[],
) => {
  const of = {
    audience: spec.audience,
    thresholds: spec.thresholds,
    levels: spec.levels,
    classIds: classNames,
    columns: columnsOf(one.cells),
  };
  const made = releaseItem(one.system, of, earlier, null);
  // Nothing held by simple moves: the solver is slower and finds what they do not.
  return made.audits.length > 0 ? made : releaseItem(one.system, of, earlier, await linearSolver());
};

const shownItem = ({ theme, text, cells }: CountedTableItem, { itemId, rows }: ReleasedItem) => ({
  itemId,
  theme,
  text,
  options: cells.map((cell) => ({ ...cell, of: [...cell.of] })),
  rows: rows.map((row) => ({ ...row, of: [...row.of], counts: row.counts.map((count) => ({ ...count })) })),
});

/** A release of the kept counts of a round, beside all that was released of it before; of these classes alone when they are named. */
export const releaseRound = async (
  tx: Tx,
  schoolId: string,
  round: ReleasedRound,
  spec: ReleaseSpec,
  classNames: readonly string[] | null,
): Promise<MadeRelease> => {
  const frozen = await readFrozen(tx, schoolId, round.roundId);
  const before = (await releasesOfRound(tx, schoolId, round.roundId)).map((row): Before => ({
    releaseId: row.release_id,
    tier: tierOf(row.audience),
    document: row.document,
  }));
  const tables: ReleasedDocument['tables'] = [];
  const systems: ReleaseAudit['systems'][number][] = [];
  for (const table of await countedTables(tx, round.kind, frozen, spec.cells)) {
    const { items: counted, ...of } = table;
    const items: ReleasedDocument['tables'][number]['items'] = [];
    for (const one of counted) {
      const { itemId, sensitive, sensitiveOptions, options } = one.system.item;
      const made = await releaseOne(one, spec, classNames, saidBefore(before, table, itemId));
      items.push(shownItem(one, made.item));
      systems.push(
        ...made.audits.map((audit) => ({
          questionnaireId: of.questionnaireId,
          questionnaireVersion: of.questionnaireVersion,
          itemId,
          sensitive,
          sensitiveOptions,
          options: options.map(({ optionId }) => optionId),
          units: one.system.units,
          ...audit,
        })),
      );
    }
    tables.push({ ...of, items });
  }
  return {
    document: { kind: round.kind, roundId: round.roundId, roundName: round.name, tables },
    audit: { range: protectedRange, with: before.map(({ releaseId }) => releaseId), systems },
  };
};
