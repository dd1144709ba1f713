type Option = { readonly optionId: string; readonly text: string; readonly score: number | null };
type Row = {
  readonly level: 'class' | 'grade' | 'school';
  readonly groupId: string;
  readonly answered: number | null;
  readonly counts: readonly { readonly optionId: string; readonly count: number | null }[];
};

/** What these rows are about, for a heading. */
export const groupName = ({ level, groupId }: Pick<Row, 'level' | 'groupId'>): string =>
  level === 'class' ? groupId : level === 'grade' ? `${groupId}. trinn` : 'Alle samlet';

const either = new Intl.ListFormat('nb', { type: 'disjunction' });

const upperHalf = (options: readonly Option[]): readonly Option[] => {
  const scores = options.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length < options.length) return options.slice(0, 1);
  const middle = (Math.min(...scores) + Math.max(...scores)) / 2;
  return options.filter(({ score }) => (score ?? 0) > middle);
};

const where = ({ level, groupId }: Row): string =>
  level === 'class' ? `I ${groupId}` : level === 'grade' ? `På ${groupId}. trinn` : 'Til sammen';

/**
 * How many of those who answered are on the better half, or chose the first option where there is no better half: «På 5. trinn svarer
 * 41 av 48 «ofte» eller «alltid».» Null when a figure it takes is hidden.
 */
export const releaseInWords = (options: readonly Option[], row: Row): string | null => {
  const isNetwork = options.some(({ optionId }) => optionId === 'unchosen');
  const told = isNetwork ? options.filter(({ optionId }) => optionId !== 'unchosen') : upperHalf(options);
  const counts = told.map(
    ({ optionId }) => row.counts.find((count) => count.optionId === optionId)?.count ?? null,
  );
  if (row.answered === null || row.answered === 0) return null;
  let sum = 0;
  for (const count of counts) {
    if (count === null) return null;
    sum += count;
  }
  const figures = `${sum} av ${row.answered}`;
  if (isNetwork) return `${where(row)} er ${figures} valgt av minst én.`;
  const words = either.format(told.map(({ text }) => (text.startsWith('«') ? text : `«${text}»`)));
  return `${where(row)} svarer ${figures} ${words}.`;
};
