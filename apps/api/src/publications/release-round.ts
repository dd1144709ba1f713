import { setImmediate as nextTurn } from 'node:timers/promises';
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
import { columnsOf, countedTables, type CountedTable, type CountedTableItem } from './counted-tables.ts';
import { readFrozen } from './freeze-counts.ts';
import { releasesOfRound } from './queries.ts';
import type { ReleaseSpec } from './release-spec.ts';
import { releaseThemeOf, shownTheme, themesOf, type MadeTheme } from './release-themes.ts';
import { saidBefore, type Before, type MadeItem } from './said-before.ts';
import { linearSolver } from './solver.ts';

export type ReleasedRound = { readonly roundId: string; readonly kind: RoundKind; readonly name: string };

/** What readers get, and the proof that it hides what it hides. */
export type MadeRelease = { readonly document: ReleasedDocument; readonly audit: ReleaseAudit };

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

/** All that a release is made of: read at once, so that it can be made beside everything else. */
export type ReleaseTask = {
  readonly round: ReleasedRound;
  readonly spec: ReleaseSpec;
  readonly classNames: readonly string[] | null;
  readonly counts: readonly CountedTable[];
  readonly before: readonly Before[];
};

/** A release of the kept counts of a round, beside all that was released of it before; of these classes alone when they are named. */
export const readTask = async (
  tx: Tx,
  schoolId: string,
  round: ReleasedRound,
  spec: ReleaseSpec,
  classNames: readonly string[] | null,
): Promise<ReleaseTask> => {
  const frozen = await readFrozen(tx, schoolId, round.roundId);
  const before = (await releasesOfRound(tx, schoolId, round.roundId)).map((row): Before => ({
    releaseId: row.release_id,
    tier: tierOf(row.audience),
    document: row.document,
  }));
  const counts = await countedTables(tx, schoolId, round.kind, frozen, spec.cells);
  return { round, spec, classNames, counts, before };
};

/** Told after each step how many are done of how many. */
export type OnStep = (done: number, of: number) => Promise<void>;

export const makeRelease = async (
  { round, spec, classNames, counts, before }: ReleaseTask,
  onStep: OnStep,
): Promise<MadeRelease> => {
  const tables: ReleasedDocument['tables'] = [];
  const systems: ReleaseAudit['systems'][number][] = [];
  const themeAudits: ReleaseAudit['themes'][number][] = [];
  // The themes of a questionnaire take about as long as one of its items each, and are no more.
  const all = counts.reduce((sum, { items }) => sum + 2 * items.length, 0);
  let done = 0;
  for (const table of counts) {
    const { items: counted, ...of } = table;
    const key = { questionnaireId: of.questionnaireId, questionnaireVersion: of.questionnaireVersion };
    const made: MadeItem[] = [];
    for (const one of counted) {
      const earlier = saidBefore(before, table, one.system.item.itemId);
      made.push({ counted: one, release: await releaseOne(one, spec, classNames, earlier) });
      await onStep((done += 1), all);
    }
    const themes: MadeTheme[] = [];
    for (const ofTheme of themesOf(made)) {
      themes.push(...releaseThemeOf(spec, classNames, table, ofTheme, before));
      await onStep((done += ofTheme.length), all);
    }
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
      themes: themes
        .filter(({ release }) => release.theme.rows.length > 0)
        .map(({ release }) => shownTheme(release)),
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

/** Reads and makes in one: for what is released in the transaction that it belongs to. */
export const releaseRound = async (...of: Parameters<typeof readTask>): Promise<MadeRelease> =>
  makeRelease(await readTask(...of), () => nextTurn());
