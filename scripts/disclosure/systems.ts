import { BadInput } from '../analyse/bad-input.ts';
import type { ItemCube } from './item-cube.ts';
import { ABOVE, type ReleasedDocument, type ReleasedTheme } from './release-file.ts';
import { itemSystemsOf, type Statement, type System } from './statements.ts';

/** Shares are rounded to one of so many, half up. */
const STEPS = 20;

/** A share that is shown: so many steps of the answers to these items in these units. */
type Share = { readonly items: readonly string[]; readonly units: readonly string[]; readonly steps: number };

/**
 * The systems of the documents: of one item in one round each, or of the items that shares count together. With the
 * sizes of all units where the cubes are given.
 */
export function systemsOf(
  documents: readonly ReleasedDocument[],
  cubes: readonly ItemCube[] = [],
): readonly System[] {
  const ofRound = Map.groupBy(itemSystemsOf(documents, cubes), ({ roundId }) => roundId);
  return [...ofRound].flatMap(([roundId, systems]) => {
    const own = documents.filter((document) => document.roundId === roundId);
    const shares = own.flatMap(({ tables }) =>
      tables.flatMap(({ themes }) => (themes ?? []).flatMap(sharesIn)),
    );
    return linked(systems, shares).map((together) => joined(roundId, together, shares, scoresIn(own)));
  });
}

const sharesIn = ({ items, rows }: ReleasedTheme): readonly Share[] =>
  rows.flatMap(({ of, shareAbove }) =>
    shareAbove === null ? [] : [{ items, units: of, steps: Math.round(STEPS * shareAbove) }],
  );

/** The systems that shares hold together. */
function linked(systems: readonly System[], shares: readonly Share[]): readonly (readonly System[])[] {
  let groups: (readonly System[])[] = systems.map((system) => [system]);
  const speaks = (group: readonly System[], { items }: Share): boolean =>
    group.some((system) => items.includes(system.items[0]?.itemId ?? ''));
  for (const share of shares) {
    const [of, others] = [
      groups.filter((group) => speaks(group, share)),
      groups.filter((group) => !speaks(group, share)),
    ];
    groups = of.length === 0 ? others : [...others, of.flat()];
  }
  return groups;
}

/**
 * Scores by item and option, from the tables that give each option its own; else 1 and 0, from the tables that count those above the
 * middle of the scale together.
 */
function scoresIn(documents: readonly ReleasedDocument[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const scores = new Map<string, Map<string, number>>();
  for (const item of documents.flatMap(({ tables }) => tables.flatMap(({ items }) => items))) {
    const own = scores.get(item.itemId) ?? new Map<string, number>();
    scores.set(item.itemId, own);
    for (const { of, score } of item.options) {
      const [source] = of;
      if (source !== undefined && of.length === 1 && score !== null) own.set(source, score);
    }
  }
  for (const { itemId, options } of documents.flatMap(({ tables }) => tables.flatMap(({ items }) => items))) {
    const own = scores.get(itemId);
    const isTold = own !== undefined && own.size > 0;
    if (isTold || !options.some(({ optionId }) => optionId === ABOVE)) continue;
    scores.set(
      itemId,
      new Map(options.flatMap(({ optionId, of }) => of.map((one) => [one, optionId === ABOVE ? 1 : 0]))),
    );
  }
  return scores;
}

function joined(
  roundId: string,
  systems: readonly System[],
  shares: readonly Share[],
  scores: ReadonlyMap<string, ReadonlyMap<string, number>>,
): System {
  const cells = systems.flatMap((system) => system.cells);
  const items = systems.flatMap((system) => system.items);
  const moved = systems.map((system, i) => {
    const first = systems.slice(0, i).reduce((sum, one) => sum + one.cells.length, 0);
    return {
      statements: system.statements.map(({ terms, ...range }): Statement => ({
        terms: new Map([...terms].map(([cell, weight]) => [cell + first, weight])),
        ...range,
      })),
      published: system.published.map((one) => ({ ...one, cells: one.cells.map((cell) => cell + first) })),
    };
  });
  const own = shares.filter((share) => items.some(({ itemId }) => share.items.includes(itemId)));
  return {
    ...{ roundId, items, cells },
    statements: [
      ...moved.flatMap(({ statements }) => statements),
      ...own.flatMap((share) => saidBy(share, cells, scores)),
    ],
    published: moved.flatMap(({ published }) => published),
  };
}

/** A share s of N answers, C of them above the middle: (2s − 1) N ≤ 40 C < (2s + 1) N, s in twentieths. */
function saidBy(
  { items, units, steps }: Share,
  cells: System['cells'],
  scores: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly Statement[] {
  const isAbove = new Map<number, boolean>();
  for (const [cell, { itemId, unitId, option }] of cells.entries()) {
    if (option === null || !items.includes(itemId) || !units.includes(unitId)) continue;
    const scale = scores.get(itemId) ?? new Map<string, number>();
    const score = scale.get(option);
    if (score === undefined)
      throw new BadInput(
        `Spørsmålet «${itemId}» er med i en andel, men svaret «${option}» har ingen poeng i filene.`,
      );
    isAbove.set(cell, 2 * score > Math.min(...scale.values()) + Math.max(...scale.values()));
  }
  const beyond = (border: number): Statement['terms'] =>
    new Map([...isAbove].map(([cell, above]) => [cell, (above ? 2 * STEPS : 0) - border]));
  return [
    { terms: beyond(2 * steps - 1), low: 0, high: Infinity },
    { terms: beyond(2 * steps + 1), low: -Infinity, high: -1 },
  ];
}
