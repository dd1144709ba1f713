import { createRequire } from 'node:module';
import type FastCheck from 'fast-check';

/**
 * fast-check as the tests know it, but with at most PROPERTY_RUNS cases a property: where one pass over a folder's tests
 * takes half a minute, mutants could not be tried otherwise. Stands in for `fast-check` by an alias.
 */
const real = createRequire(import.meta.url)('fast-check') as typeof FastCheck; // a require has no type of its own
const most = Number(process.env['PROPERTY_RUNS']);
real.configureGlobal({ seed: 20261126 });

const assert = (property: FastCheck.IRawProperty<unknown>, settings?: FastCheck.Parameters<unknown>) =>
  real.assert(property, { ...settings, numRuns: Math.min(settings?.numRuns ?? 100, most) });

export default { ...real, assert };
