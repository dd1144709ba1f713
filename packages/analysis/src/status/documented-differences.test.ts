import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { referenceNetworks } from '../networks/reference-rows.fixture.ts';
import { coieDodgeStatus, type CoieDodgeOptions } from './coie-dodge.ts';
import { newcombBukowskiStatus } from './newcomb-bukowski.ts';
import { groupInput, type StatusFile } from './reference-groups.fixture.ts';

const folder = fileURLToPath(new URL('../../../../../shared/reference/sociometry/', import.meta.url));
const present = existsSync(`${folder}status.json`);
const read = (path: string): string => readFileSync(`${folder}${path}`, 'utf8');
const page = readFileSync(new URL('../../../../docs/methods/status.md', import.meta.url), 'utf8').replaceAll(
  /\s+/gu,
  ' ',
);

test.skipIf(!present)('the documentation says how many get another code by another way of counting', () => {
  const { rowsOf } = referenceNetworks(read);
  const { groups } = JSON.parse(read('status.json')) as StatusFile; // its shape is asserted by status-reference.test.ts
  // Of the package's example only the counts are published, not who chose whom.
  const own = Object.entries(groups).filter(([name]) => name !== 'ssrat-example5');
  const inputs = own.map(([name, group]) => groupInput(name, group, rowsOf));
  const coded = (pupils: readonly { readonly code: string }[]): readonly string[] =>
    pupils.map(({ code }) => code);
  const codesBy = (options: CoieDodgeOptions) =>
    inputs.flatMap((input) => coded(coieDodgeStatus(input, options).pupils));
  const usual = codesBy({});
  const written = (codes: readonly string[]): string => {
    const others = codes.filter((code, i) => code !== usual[i]).length;
    return `${others} (${Math.round((100 * others) / usual.length)} %)`;
  };
  expect(page).toContain(`av ${usual.length} elever i de ${own.length} gruppene`);
  expect(page).toContain(`${written(codesBy({ scale: 'raw' }))} en annen kode uten ny standardisering`);
  expect(page).toContain(`${written(codesBy({ score: 'count' }))} med antall i stedet for andel`);
  expect(page).toContain(`${written(codesBy({ definition: 1982 }))} etter 1982`);
  const newcomb = inputs.flatMap((input) => coded(newcombBukowskiStatus(input).pupils));
  expect(page).toContain(`${written(newcomb)} etter Newcomb og Bukowski`);
});
