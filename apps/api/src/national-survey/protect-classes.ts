import { keyOf, type Figure } from './files/figure.ts';
import { withdrawn } from './files/withdraw.ts';

const matterOf = (figure: Figure): string =>
  keyOf({
    ...figure,
    ...{ table: 'indicators', unit: 'class', className: '' },
    // Udir's files have codes, those of a school only names, and may have a question where others have the topic.
    ...{ topicCode: (figure.question || figure.topic).toLowerCase(), questionCode: '', optionCode: '' },
  });

/** Every class of a grade and year that has any figure, hidden ones too. */
const classesIn = (classes: readonly Figure[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const byGrade = Map.groupBy(classes, ({ year, grade }) => `${year} ${grade}`);
  return new Map([...byGrade].map(([of, all]) => [of, new Set(all.map(({ className }) => className))]));
};

const smallestFirst = (a: Figure, b: Figure): number =>
  (a.answers ?? 0) - (b.answers ?? 0) || (a.className < b.className ? -1 : 1);

/**
 * Withdraws figures of classes that would tell a hidden one. Where the grade is hidden, its classes together would tell it, so
 * all of them go. Where exactly one class is hidden, or has no figure while its sisters have, the grade less the others would
 * tell it, so the class with the fewest answers goes too. It is done when figures are shown, over all files in use.
 */
export const protectClasses = (figures: readonly Figure[]): readonly Figure[] => {
  const classes = figures.filter(({ unit }) => unit === 'class');
  const hiddenGrades = new Set(
    figures.filter(({ unit, hidden }) => unit === 'school' && hidden !== null).map(matterOf),
  );
  const all = classesIn(classes);
  const gone = new Set<Figure>();
  for (const [matter, same] of Map.groupBy(classes, matterOf)) {
    const shown = same.filter(({ hidden }) => hidden === null);
    const [first] = same;
    if (first === undefined) continue;
    const unknown = (all.get(`${first.year} ${first.grade}`)?.size ?? 0) - shown.length;
    if (hiddenGrades.has(matter)) for (const one of shown) gone.add(one);
    else if (unknown === 1) for (const one of shown.toSorted(smallestFirst).slice(0, 1)) gone.add(one);
  }
  return figures.map((one) => (gone.has(one) ? withdrawn(one) : one));
};
