import { createRequire } from 'node:module';
import type { Highs } from '../../packages/analysis/src/index.ts';

/** The solver, as the package that proposes groups has it installed. */
export async function loadHighs(): Promise<Highs> {
  const fromAnalysis = createRequire(new URL('../../packages/analysis/package.json', import.meta.url));
  const load = fromAnalysis('highs') as () => Promise<Highs>; // untyped by nature
  return load();
}
