import type { ScaleOption } from './diverging-bar.ts';

/** Options from low score to high with their tone as in the bar; those outside the scale last, with none. */
export const optionTones = (
  options: readonly ScaleOption[],
): readonly (ScaleOption & { readonly tone: number | null })[] => {
  const scores = options.flatMap(({ score }) => (score === null ? [] : [score]));
  const middle = (Math.min(...scores) + Math.max(...scores)) / 2;
  const half = (Math.max(...scores) - Math.min(...scores)) / 2 || 1;
  return options
    .map((option) => ({ ...option, tone: option.score === null ? null : (option.score - middle) / half }))
    .sort((a, b) => (a.tone ?? Infinity) - (b.tone ?? Infinity) || 0);
};
