import type { ScaleOption } from './diverging-bar.ts';

const few = ['ingen', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'];
const inWords = (count: number): string => few[count] ?? String(count);

const total = (options: readonly ScaleOption[]): number => options.reduce((sum, { count }) => sum + count, 0);
const either = new Intl.ListFormat('nb', { type: 'disjunction' });
const quoted = (options: readonly ScaleOption[]): string =>
  either.format(options.filter(({ count }) => count > 0).map(({ text }) => `«${text}»`));

/** What an item without a scale shows: which option most chose, if one stands out. */
const withoutScale = (options: readonly ScaleOption[], all: number): string => {
  const most = Math.max(...options.map(({ count }) => count));
  const top = options.filter(({ count }) => count === most);
  const [only] = top;
  if (only === undefined || top.length > 1) return 'Svarene er delt på flere svaralternativer.';
  if (most === all) return `Alle ${all} svarer ${quoted(top)}.`;
  return `Flest, ${most} av ${all}, svarer ${quoted(top)}; ${inWords(all - most)} svarer noe annet.`;
};

/**
 * What the answers to an item show, in one sentence of counts, as the title of its chart. It says what most answered and how
 * many answered otherwise, and never whether that is good.
 */
export function seenInWords(options: readonly ScaleOption[]): string {
  const all = total(options);
  if (all === 0) return 'Ingen har svart på dette.';
  if (all === 1) return 'Én elev har svart.';
  const scale = options.flatMap((option) =>
    option.score === null ? [] : [{ ...option, score: option.score }],
  );
  if (total(scale) < all || scale.length === 0) return withoutScale(options, all);
  const scores = scale.map(({ score }) => score);
  const middle = (Math.min(...scores) + Math.max(...scores)) / 2;
  const high = scale.filter(({ score }) => score > middle);
  const low = scale.filter(({ score }) => score < middle);
  const mid = scale.filter(({ score }) => score === middle);
  const sides = [high, low, mid];
  const whole = sides.find((side) => total(side) === all);
  if (whole !== undefined) return `Alle ${all} svarer ${quoted(whole)}.`;
  const most = sides.find((side) => total(side) * 2 > all);
  const others = sides.filter((side) => side !== most && total(side) > 0);
  const rest = others.map((side) => `${inWords(total(side))} svarer ${quoted(side)}`).join(', ');
  if (most === undefined) {
    const parts = others.map((side) => `${inWords(total(side))} ${quoted(side)}`).join(', ');
    return `Svarene er delt: ${parts}.`;
  }
  return `De fleste, ${total(most)} av ${all}, svarer ${quoted(most)}; ${rest}.`;
}
