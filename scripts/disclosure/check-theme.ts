import { checkSystems, type Checked } from './check-system.ts';
import { cellsIn, sumOf } from './check-tables.ts';
import {
  ABOVE,
  showsSomething,
  type AuditedSystem,
  type AuditedTheme,
  type ReleasedDocument,
  type ReleasedTheme,
  type Viewpoint,
} from './release-file.ts';

/** Shares are rounded to one of so many, half up. */
const STEPS = 20;

const themesIn = ({ tables }: ReleasedDocument): readonly ReleasedTheme[] =>
  tables
    .flatMap(({ themes }) => themes ?? [])
    .filter(({ rows }) => rows.some((row) => row.shareAbove !== null));

/** Shares that have been seen of items that the release shows something of, without a proof that they narrow nothing. */
export function* missingThemes(
  release: ReleasedDocument,
  documents: readonly ReleasedDocument[],
  { themes = [] }: Pick<Viewpoint, 'themes'>,
): Generator<string> {
  const items = release.tables.flatMap((table) =>
    table.items.filter(showsSomething).map(({ itemId }) => itemId),
  );
  const seen = documents.filter(({ roundId }) => roundId === release.roundId).flatMap(themesIn);
  const shown = [
    ...themesIn(release),
    ...seen.filter((theme) => theme.items.some((item) => items.includes(item))),
  ];
  for (const theme of new Map(shown.map((one) => [one.items.join(), one])).values()) {
    const proven = themes.some(
      (audited) =>
        audited.roundId === release.roundId && theme.items.every((item) => audited.items.includes(item)),
    );
    if (!proven) yield `temaet «${theme.themeId}»: andelene er ikke kontrollert.`;
  }
}

/** Checks the items of a theme together, and each table against the shares. Yields what is wrong. */
export function* checkTheme(
  theme: AuditedTheme,
  documents: readonly ReleasedDocument[],
  viewpoint: Omit<Viewpoint, 'tier' | 'with'>,
  checked: Checked,
): Generator<string> {
  const size = theme.units.length * (theme.options.length + 1);
  if (theme.tables.some((table) => table.length !== size * theme.items.length))
    return yield 'en tabell har feil antall celler.';
  const systems = theme.items.map((itemId, i): AuditedSystem => ({
    ...theme,
    itemId,
    ...sensitivityOf(itemId, theme.roundId, viewpoint),
    tables: theme.tables.map((table) => table.slice(i * size, (i + 1) * size)),
    targets: theme.targets.filter((target) => target.itemId === itemId),
  }));
  yield* faultsOfShares(theme, systems, documents);
  yield* checkSystems(systems, documents, viewpoint, checked);
}

/** As the item itself is audited. */
function sensitivityOf(
  itemId: string,
  roundId: string,
  { systems }: Pick<Viewpoint, 'systems'>,
): Pick<AuditedSystem, 'sensitive' | 'sensitiveOptions'> {
  const system = systems.find((one) => one.itemId === itemId && one.roundId === roundId);
  return { sensitive: system?.sensitive ?? false, sensitiveOptions: system?.sensitiveOptions ?? [] };
}

function* faultsOfShares(
  { roundId, items, tables }: AuditedTheme,
  systems: readonly AuditedSystem[],
  documents: readonly ReleasedDocument[],
): Generator<string> {
  const own = documents.filter((document) => document.roundId === roundId);
  for (const seen of own.flatMap(themesIn).filter((one) => one.items.some((item) => items.includes(item)))) {
    if (!seen.items.every((item) => items.includes(item))) {
      yield `andelene i «${seen.themeId}» teller spørsmål som kontrollen ikke har med.`;
      continue;
    }
    const counted = systems.filter(({ itemId }) => seen.items.includes(itemId));
    for (const { groupId, of, shareAbove } of seen.rows) {
      if (shareAbove === null) continue;
      const steps = Math.round(STEPS * shareAbove);
      for (const t of tables.keys()) {
        let [above, answers] = [0, 0];
        for (const system of counted) {
          const table = system.tables[t] ?? [];
          answers += sumOf(table, cellsIn(system, of, [...system.options.keys()]));
          above += sumOf(table, cellsIn(system, of, columnsAbove(system, own)));
        }
        // The share rounds half up to so many steps.
        const rounded = 2 * STEPS * above;
        if (rounded < (2 * steps - 1) * answers || rounded >= (2 * steps + 1) * answers)
          yield `tabell ${t} har ikke andelen ${shareAbove} i gruppen «${groupId}».`;
      }
    }
  }
}

/**
 * The options above the middle of the scale: by the scores that the documents give them, or those that are counted together as
 * the ones above.
 */
function columnsAbove(system: AuditedSystem, documents: readonly ReleasedDocument[]): readonly number[] {
  const options = documents
    .flatMap(({ tables }) => tables.flatMap(({ items }) => items))
    .filter(({ itemId }) => itemId === system.itemId)
    .flatMap((item) => item.options);
  const scores = new Map<string, number>();
  for (const { of, score } of options) {
    if (of.length === 1 && score !== null) scores.set(of[0] ?? '', score);
  }
  const middle = Math.min(...scores.values()) + Math.max(...scores.values());
  const together = options.find(({ optionId }) => optionId === ABOVE)?.of ?? [];
  const isAbove = (option: string): boolean =>
    scores.size > 0 ? 2 * (scores.get(option) ?? 0) > middle : together.includes(option);
  return [...system.options.keys()].filter((i) => isAbove(system.options[i] ?? ''));
}
