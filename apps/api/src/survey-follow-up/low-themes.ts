import type { LowTheme } from '@samhold/contract';
import type { Figure } from '../national-survey/files/figure.ts';

/** How far below the country a mean from 1 to 5 is called low. */
const clearlyBelow = 0.2;

/** By name: a school's own table may have a question where Udir's has the topic. */
const matterOf = ({ topic, question }: Figure): string => (question || topic).toLowerCase();
const numberOf = (figure: Figure): number | null =>
  figure.hidden === null ? (figure.score ?? figure.share) : null;
const compared = ({ table, optionCode }: Figure): boolean => table !== 'participation' && optionCode === '';

/**
 * What a class is lower on than the country, or a grade where there is no class or the class has no figure of it. Figures have
 * been protected before they come here; one that is hidden is compared with nothing, and the grade's does not stand in for it.
 */
export const lowThemes = (
  figures: readonly Figure[],
  { year, grade, className }: { readonly year: number; readonly grade: number; readonly className: string },
): LowTheme[] => {
  const here = figures.filter((one) => one.year === year && one.grade === grade && compared(one));
  const ofClass = here.filter(({ unit, className: name }) => unit === 'class' && name === className);
  const known = new Set(ofClass.map(matterOf));
  const ofGrade = here.filter((one) => one.unit === 'school' && !known.has(matterOf(one)));
  return [...ofClass, ...ofGrade].flatMap((figure) => {
    const nations = figures.filter(
      (one) =>
        one.unit === 'nation' &&
        one.grade === grade &&
        one.year <= year &&
        matterOf(one) === matterOf(figure),
    );
    const nation = nations
      .filter((one) => numberOf(one) !== null && compared(one))
      .toSorted((a, b) => b.year - a.year)[0];
    const [value, beside] = [numberOf(figure), nation === undefined ? null : numberOf(nation)];
    if (nation === undefined || value === null || beside === null) return [];
    const isLow = figure.table === 'bullying' ? value > beside : value <= beside - clearlyBelow + 1e-9;
    const { table, topic, question, answers } = figure;
    return isLow
      ? [
          {
            table,
            topic,
            question,
            ofClass: figure.unit === 'class',
            value,
            answers,
            nation: beside,
            nationYear: nation.year,
          },
        ]
      : [];
  });
};
