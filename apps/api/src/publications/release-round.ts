import {
  protectedRange,
  releaseItem,
  tierOf,
  type Audit,
  type EarlierRelease,
  type ItemAudit,
  type ItemRelease,
} from '@samhold/analysis';
import type { ReleasedDocument, RoundKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { columnsOf, countedTables, type CountedTableItem } from './counted-tables.ts';
import { readFrozen } from './freeze-counts.ts';
import { releasesOfRound } from './queries.ts';
import type { ReleaseSpec } from './release-spec.ts';
import { releaseThemes, shownTheme } from './release-themes.ts';
import { saidBefore, type Before, type MadeItem } from './said-before.ts';
import { linearSolver } from './solver.ts';

export type ReleasedRound = { readonly roundId: string; readonly kind: RoundKind; readonly name: string };

/** What readers get, and the proof that it hides what it hides. */
type MadeRelease = { readonly document: ReleasedDocument; readonly audit: ReleaseAudit };

type OfQuestionnaire = { readonly questionnaireId: string; readonly questionnaireVersion: number };

export type ReleaseAudit = {
  readonly range: number;
  readonly with: readonly string[];
  readonly systems: readonly (OfQuestionnaire &
    ItemAudit & {
      readonly itemId: string;
      readonly sensitive: boolean;
      readonly sensitiveOptions: readonly string[];
      readonly options: readonly string[];
      readonly units: CountedTableItem['system']['units'];
    })[];
  /** The items of a theme solved for together. */
  readonly themes: readonly (OfQuestionnaire &
    Audit & {
      readonly themeId: string;
      readonly items: readonly string[];
      readonly options: readonly string[];
      readonly units: CountedTableItem['system']['units'];
    })[];
};

const releaseOne = async (
  one: CountedTableItem,
  spec: ReleaseSpec,
  classNames: readonly string[] | null,
  earlier: readonly EarlierRelease[],
): Promise<ItemRelease> => {
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

const withoutFigures = ({ counted, release }: MadeItem): MadeItem => ({
  counted,
  release: {
    item: {
      ...release.item,
      rows: release.item.rows.map((row) => ({
        ...row,
        answered: null,
        mean: null,
        counts: row.counts.map((count) => ({ ...count, count: null })),
      })),
    },
    audits: [],
  },
});

const shownItem = ({ counted: { theme, text, cells }, release: { item } }: MadeItem) => ({
  itemId: item.itemId,
  theme,
  text,
  options: cells.map((cell) => ({ ...cell, of: [...cell.of] })),
  rows: item.rows.map((row) => ({
    ...row,
    of: [...row.of],
    counts: row.counts.map((count) => ({ ...count })),
  })),
});

/** A release of the kept counts of a round, beside all that was released of it before; of these classes alone when they are named. */
export const releaseRound = async (
  tx: Tx,
  schoolId: string,
  round: ReleasedRound,
  spec: ReleaseSpec,
  classNames: readonly string[] | null,
  onItem: (done: number, of: number) => Promise<void> = async () => undefined,
): Promise<MadeRelease> => {
  const frozen = await readFrozen(tx, schoolId, round.roundId);
  const before = (await releasesOfRound(tx, schoolId, round.roundId)).map((row): Before => ({
    releaseId: row.release_id,
    tier: tierOf(row.audience),
    document: row.document,
  }));
  const tables: ReleasedDocument['tables'] = [];
  const systems: ReleaseAudit['systems'][number][] = [];
  const themeAudits: ReleaseAudit['themes'][number][] = [];
  const counts = await countedTables(tx, schoolId, round.kind, frozen, spec.cells);
  const all = counts.reduce((sum, { items }) => sum + items.length, 0);
  let done = 0;
  for (const table of counts) {
    const { items: counted, ...of } = table;
    const key = { questionnaireId: of.questionnaireId, questionnaireVersion: of.questionnaireVersion };
    const made: MadeItem[] = [];
    for (const one of counted) {
      const earlier = saidBefore(before, table, one.system.item.itemId);
      made.push({ counted: one, release: await releaseOne(one, spec, classNames, earlier) });
      await onItem((done += 1), all);
    }
    const themes = releaseThemes(spec, classNames, table, made, before);
    const narrowed = new Set(themes.filter(({ release }) => !release.holds).flatMap(({ items }) => items));
    const items = made.map((one) => (narrowed.has(one) ? withoutFigures(one) : one));
    for (const { counted: one, release } of items) {
      const { itemId, sensitive, sensitiveOptions, options } = one.system.item;
      const optionIds = options.map(({ optionId }) => optionId);
      const about = { ...key, itemId, sensitive, sensitiveOptions, options: optionIds };
      systems.push(...release.audits.map((audit) => ({ ...about, units: one.system.units, ...audit })));
    }
    for (const { items: ofTheme, release } of themes) {
      const system = ofTheme[0]?.counted.system;
      if (system === undefined) continue;
      const { themeId, items: itemIds } = release.theme;
      const options = system.item.options.map(({ optionId }) => optionId);
      const about = { ...key, themeId, items: itemIds, options, units: system.units };
      themeAudits.push(...release.audits.map((audit) => ({ ...about, ...audit })));
    }
    tables.push({
      ...of,
      items: items.map(shownItem),
      themes: spec.themes ? themes.map(({ release }) => shownTheme(release)) : [],
    });
  }
  return {
    document: { kind: round.kind, roundId: round.roundId, roundName: round.name, tables },
    audit: {
      range: protectedRange,
      with: before.map(({ releaseId }) => releaseId),
      systems,
      themes: themeAudits,
    },
  };
};
