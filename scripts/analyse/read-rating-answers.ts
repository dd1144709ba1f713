import {
  investigationRatings,
  type InvestigationBasis,
  type InvestigationRatings,
} from '../../packages/analysis/src/index.ts';
import type { Arguments } from './arguments.ts';
import { oneLine } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import type { Note } from './command.ts';
import { idsIn, numberIn, readRatings } from './read-edges.ts';
import { readRoster } from './read-roster.ts';
import { wantedValue } from './select.ts';

/** The ratings of one class and wave; blank ones are not answered. */
export function ratingsOf(
  args: Arguments,
  folder: string,
  basis: InvestigationBasis,
  note: Note,
): InvestigationRatings {
  const table = readRatings(args, folder);
  const rated = table.selected.flatMap((row) => {
    const value = numberIn(table, row, 'weight');
    return value === null ? [] : [{ row, value }];
  });
  if (rated.length === 0) throw new BadInput(`${table.file}: det er ingen vurderinger i filen.`);
  const scale = scaleOf(args) ?? {
    lowest: rated.reduce((least, { value }) => Math.min(least, value), Infinity),
    highest: rated.reduce((most, { value }) => Math.max(most, value), -Infinity),
  };
  if (!args.has('scale')) note(`Skalaen er lest av vurderingene: ${scale.lowest} til ${scale.highest}.`);
  const off = rated.find(
    ({ value }) => !Number.isInteger(value) || value < scale.lowest || value > scale.highest,
  );
  if (off !== undefined)
    throw new BadInput(
      `${table.file}, rad ${off.row.row}: ${off.value} er ikke et helt tall fra ${scale.lowest} til ${scale.highest}.`,
    );
  const before = new Map<string, number>();
  for (const { row, value } of rated) {
    const [from, to] = [row.of('source'), row.of('target')];
    const pair = JSON.stringify([from, to]);
    if ((before.get(pair) ?? value) !== value)
      throw new BadInput(
        `${table.file}, rad ${row.row}: ${oneLine(from)} har vurdert ${oneLine(to)} to ganger, ulikt.`,
      );
    before.set(pair, value);
  }
  const answers = investigationRatings(basis, {
    roster: readRoster(args, folder, wantedValue(args, 'wave'))?.ids ?? idsIn(table.selected),
    ratings: rated.map(({ row, value }) => ({ from: row.of('source'), to: row.of('target'), value })),
    scale,
  });
  const { self, duplicate, outsideRoster } = answers.dropped;
  if (self > 0) note(`${self} vurderinger av seg selv er tatt ut.`);
  if (duplicate > 0) note(`${duplicate} gjentatte vurderinger er tatt ut.`);
  if (outsideRoster > 0) note(`${outsideRoster} vurderinger av eller fra noen utenfor listen er tatt ut.`);
  return answers;
}

function scaleOf(args: Arguments): { readonly lowest: number; readonly highest: number } | undefined {
  const text = args.text('scale');
  if (text === undefined) return undefined;
  const [, lowest, highest] = /^(-?\d+)-(-?\d+)$/.exec(text) ?? [];
  if (lowest === undefined || highest === undefined || Number(lowest) >= Number(highest))
    throw new BadInput(`--scale kan ikke være «${oneLine(text)}»; skriv for eksempel 1-7.`);
  return { lowest: Number(lowest), highest: Number(highest) };
}
