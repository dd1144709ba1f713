import type { ClassFileMapping, ColumnMeaning } from '@samhold/contract';

const onlyOnce: readonly ColumnMeaning[] = [
  ...(['class', 'year', 'grade', 'topic'] as const),
  ...(['question', 'score', 'share', 'answers'] as const),
];

/** What is wrong with what the columns are said to mean, if anything is. */
export const checkMapping = (
  header: readonly string[],
  { columns, year }: ClassFileMapping,
): string | undefined => {
  const missing = columns.find(({ name }) => !header.includes(name));
  if (missing !== undefined) return 'Kolonnene er ikke de samme som i filen. Velg filen på nytt.';
  const of = (meaning: ColumnMeaning) => columns.filter((one) => one.meaning === meaning);
  if (onlyOnce.some((meaning) => of(meaning).length > 1)) return 'To kolonner kan ikke bety det samme.';
  if (of('class').length === 0) return 'Velg hvilken kolonne som har klassen.';
  if (of('answers').length === 0) return 'Velg hvilken kolonne som har antall svar.';
  if (of('year').length === 0 && year === null) return 'Velg skoleår.';
  const long = of('score').length + of('share').length;
  const wide = of('topic_score').length + of('topic_share').length;
  if (long + wide === 0) return 'Velg minst én kolonne med tall.';
  if (long > 0 && of('topic').length + of('question').length === 0)
    return 'Velg hvilken kolonne som har temaet eller spørsmålet.';
  return undefined;
};
