import {
  itemCount,
  mostOwnCriteria,
  type Item,
  type OwnEntry,
  type OwnItem,
  type Questionnaire,
} from '@samhold/survey';

/** What tells the entries of a draft apart. */
export const idOf = (entry: OwnEntry): string => ('own' in entry ? entry.own.key : entry.standard);

export const standardItem = (standard: Questionnaire, entry: OwnEntry): Item | undefined =>
  'own' in entry ? undefined : standard.items.find(({ id }) => id === entry.standard);

/** The first question of a wellbeing questionnaire comes before details colour it, and the calm one comes last. */
const isFixed = (standard: Questionnaire, entries: readonly OwnEntry[], at: number): boolean =>
  at < 0 ||
  at >= entries.length ||
  (standard.kind === 'wellbeing' && (at === 0 || at === entries.length - 1));

export const canMove = (
  standard: Questionnaire,
  entries: readonly OwnEntry[],
  at: number,
  step: -1 | 1,
): boolean => !isFixed(standard, entries, at) && !isFixed(standard, entries, at + step);

export const moved = (entries: readonly OwnEntry[], at: number, step: -1 | 1): readonly OwnEntry[] => {
  const entry = entries[at];
  return entry === undefined ? entries : entries.toSpliced(at, 1).toSpliced(at + step, 0, entry);
};

export const without = (entries: readonly OwnEntry[], id: string): readonly OwnEntry[] =>
  entries.filter((entry) => idOf(entry) !== id);

/** The school's question in place of the one with its key; else as the last that is not fixed. */
export const withOwn = (
  standard: Questionnaire,
  entries: readonly OwnEntry[],
  own: OwnItem,
): readonly OwnEntry[] => {
  if (entries.some((entry) => idOf(entry) === own.key))
    return entries.map((entry) => (idOf(entry) === own.key ? { own } : entry));
  return entries.toSpliced(standard.kind === 'wellbeing' ? -1 : entries.length, 0, { own });
};

/** The product's questions that are left out. */
export const leftOut = (standard: Questionnaire, entries: readonly OwnEntry[]): readonly Item[] =>
  standard.items.filter(({ id }) => !entries.some((entry) => 'standard' in entry && entry.standard === id));

/** A question of the product's after the nearest before it that is there. */
export const takenBack = (
  standard: Questionnaire,
  entries: readonly OwnEntry[],
  id: string,
): readonly OwnEntry[] => {
  const before = standard.items
    .slice(
      0,
      standard.items.findIndex((item) => item.id === id),
    )
    .toReversed();
  const at = before
    .map((item) => entries.findIndex((entry) => idOf(entry) === item.id))
    .find((place) => place !== -1);
  return entries.toSpliced((at ?? -1) + 1, 0, { standard: id });
};

/** Most questions in all, and most of them the school's own. */
export const mostOf = (standard: Questionnaire): { readonly items: number; readonly own: number } => {
  const { to } = standard.grades.from <= 4 ? itemCount.young : itemCount.older;
  return standard.kind === 'sociogram'
    ? { items: standard.items.length + mostOwnCriteria, own: mostOwnCriteria }
    : { items: to, own: to };
};

/** Why there is no room for one more, or null. */
export const fullOf = (standard: Questionnaire, entries: readonly OwnEntry[]): 'items' | 'own' | null => {
  const most = mostOf(standard);
  if (entries.filter((entry) => 'own' in entry).length >= most.own) return 'own';
  return entries.length >= most.items ? 'items' : null;
};
