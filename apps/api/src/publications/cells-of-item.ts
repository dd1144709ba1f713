import type { Option } from '@samhold/survey';
import { textIn } from '@samhold/survey';
import type { ReleaseSpec } from './release-spec.ts';

/** One column of a released item: the options that are counted together in it. */
export type Cell = {
  readonly optionId: string;
  readonly text: string;
  readonly score: number | null;
  readonly of: readonly string[];
};

const text = (option: Option): string => textIn(option.text, 'nb').text;
const either = new Intl.ListFormat('nb', { type: 'disjunction' });
const quoted = (options: readonly Option[]): string =>
  either.format(options.map((option) => `«${text(option)}»`));

/**
 * The cells of an item in the release. Above the middle against the others, the cells have no score, so that no mean is
 * released; an item without a scale keeps its options.
 */
export const cellsOfItem = (options: readonly Option[], cells: ReleaseSpec['cells']): readonly Cell[] => {
  const scores = options.flatMap(({ score }) => (score === null ? [] : [score]));
  if (cells === 'options' || scores.length < options.length)
    return options.map((option) => ({
      optionId: option.id,
      text: text(option),
      score: cells === 'options' ? option.score : null,
      of: [option.id],
    }));
  const middle = (Math.min(...scores) + Math.max(...scores)) / 2;
  const above = options.filter(({ score }) => (score ?? 0) > middle);
  const others = options.filter((option) => !above.includes(option));
  return [
    { optionId: 'above', text: quoted(above), score: null, of: above.map(({ id }) => id) },
    { optionId: 'others', text: quoted(others), score: null, of: others.map(({ id }) => id) },
  ];
};
