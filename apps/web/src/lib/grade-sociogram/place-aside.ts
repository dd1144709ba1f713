import { layoutGrade, type Choice, type GradeLayout, type GradePupil } from '@samhold/analysis';
import { askAside } from '#lib/ask-aside.ts';

/** Places a grade in a worker, or in the page where a worker cannot be had. Returns what stops it. */
export const placeAside = (
  pupils: readonly GradePupil[],
  choices: readonly Choice[],
  done: (layout: GradeLayout) => void,
): (() => void) => {
  const here = (): void => done(layoutGrade(pupils, choices));
  if (!('Worker' in globalThis)) {
    here();
    return () => undefined;
  }
  const start = (): Worker => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
  return askAside(start, { pupils, choices }, done, here);
};
