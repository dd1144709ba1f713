import { protectedRange } from '@samhold/analysis';
import type { ReleasedDocument } from '@samhold/contract';
import type { CountedTable } from './counted-tables.ts';
import { auditsOfItem, auditsOfTheme, type ReleaseAudit } from './release-audit.ts';
import { releaseOfItem, shownItem, withoutFigures } from './release-items.ts';
import type { ReleaseTask } from './release-task.ts';
import { releaseThemeOf, shownTheme, themesOf, type MadeTheme } from './release-themes.ts';
import type { MadeItem } from './said-before.ts';

/** What readers get, and the proof that it hides what it hides. */
export type MadeRelease = { readonly document: ReleasedDocument; readonly audit: ReleaseAudit };

/** Told after each step how many are done of how many. */
export type OnStep = (done: number, of: number) => Promise<void>;

type MadeTable = { readonly items: readonly MadeItem[]; readonly themes: readonly MadeTheme[] };

/** Items first, then the themes beside them. `onDone` is told how many steps were done. */
const makeTable = async (
  task: ReleaseTask,
  table: CountedTable,
  onDone: (steps: number) => Promise<void>,
): Promise<MadeTable> => {
  const made: MadeItem[] = [];
  for (const counted of table.items) {
    made.push(await releaseOfItem(task, table, counted));
    await onDone(1);
  }
  const themes: MadeTheme[] = [];
  for (const ofTheme of themesOf(made)) {
    themes.push(...releaseThemeOf(task.spec, task.classNames, table, ofTheme, task.before));
    await onDone(ofTheme.length);
  }
  const narrowed = new Set(themes.filter(({ release }) => !release.holds).flatMap(({ items }) => items));
  return { items: made.map((one) => (narrowed.has(one) ? withoutFigures(one) : one)), themes };
};

const shownTable = (
  { items: _items, ...of }: CountedTable,
  { items, themes }: MadeTable,
): ReleasedDocument['tables'][number] => ({
  ...of,
  items: items.map(shownItem),
  themes: themes
    .filter(({ release }) => release.theme.rows.length > 0)
    .map(({ release }) => shownTheme(release)),
});

export const makeRelease = async (task: ReleaseTask, onStep: OnStep): Promise<MadeRelease> => {
  const { round, counts, before } = task;
  // The themes of a questionnaire take about as long as one of its items each, and are no more.
  const all = counts.reduce((sum, { items }) => sum + 2 * items.length, 0);
  let done = 0;
  const tables: ReleasedDocument['tables'] = [];
  const systems: ReleaseAudit['systems'][number][] = [];
  const themes: ReleaseAudit['themes'][number][] = [];
  for (const table of counts) {
    const made = await makeTable(task, table, (steps) => onStep((done += steps), all));
    const { questionnaireId, questionnaireVersion } = table;
    const of = { questionnaireId, questionnaireVersion };
    tables.push(shownTable(table, made));
    systems.push(...made.items.flatMap((item) => auditsOfItem(of, item)));
    themes.push(...made.themes.flatMap((theme) => auditsOfTheme(of, theme)));
  }
  return {
    document: { kind: round.kind, roundId: round.roundId, roundName: round.name, tables },
    audit: { range: protectedRange, with: before.map(({ releaseId }) => releaseId), systems, themes },
  };
};
