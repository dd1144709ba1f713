import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Choice } from '../../packages/analysis/src/index.ts';
import { seededRandom } from '../../packages/analysis/src/layout/seeded-random.ts';
import {
  otherReferenceNetworks,
  referenceClasses,
} from '../../packages/analysis/src/layout/reference-classes.fixture.ts';
import type { ReferenceClass } from '../../packages/analysis/src/layout/reference-classes.fixture.ts';

const folder = fileURLToPath(new URL('../../../shared/reference/sociometry/data/', import.meta.url));

export const benchClasses = (): { classes: ReferenceClass[]; others: ReferenceClass[] } => {
  if (!existsSync(folder)) {
    console.warn('the reference classes are absent: classes made for the purpose are drawn instead');
    const made = Array.from({ length: 20 }, (_, k) => madeClass(16 + k, 3 + (k % 3), k));
    return { classes: made, others: [] };
  }
  const read = (file: string): string => readFileSync(folder + file, 'utf8');
  return { classes: referenceClasses(read), others: otherReferenceNetworks(read) };
};

/** Pupils in groups of about 25, four in five of whose choices are within the group. */
export const madeClass = (n: number, given: number, seed: number): ReferenceClass => {
  const random = seededRandom(seed);
  const names = ['Ida', 'Ola Berg', 'Emma Larsen', 'Abdirahman Mohammed', 'Jakob'];
  const choices = Array.from({ length: n * given }, (_, k) => {
    const own = Math.floor(k / given / 25) * 25;
    const to = random() < 0.8 ? own + Math.floor(random() * 25) : Math.floor(random() * n);
    return { from: `p${Math.floor(k / given)}`, to: `p${to % n}` };
  });
  const pupils = Array.from({ length: n }, (_, k) => ({ id: `p${k}`, label: names[k % 5] ?? '' }));
  return { name: `made.${n}`, pupils, choices };
};

/** The class a round later, when one pupil in ten has chosen anew, at random. */
export const roundLater = ({ name, pupils, choices }: ReferenceClass, seed: number): ReferenceClass => {
  const random = seededRandom(seed);
  const anew = new Set(pupils.filter((_, k) => k % 10 === 3).map(({ id }) => id));
  const other = (): string => pupils[Math.floor(random() * pupils.length)]?.id ?? '';
  const later = choices.map(({ from, to }): Choice => ({ from, to: anew.has(from) ? other() : to }));
  return { name: `${name} later`, pupils, choices: later };
};
