import type { ThemeOverview } from '@samhold/contract';
import { percent } from '#lib/format/numbers.ts';

type Point = ThemeOverview['answered'][number]['points'][number];

/** «44 av 48 (92 %)»; «skjermet» where a few did not answer; «–» where the group was not listed. */
export const answeredWords = (point: Point | undefined): string => {
  if (point === undefined) return '–';
  const { answered, size } = point;
  return answered === null ? 'skjermet' : `${answered} av ${size} (${percent(answered / size)})`;
};
