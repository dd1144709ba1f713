import type { ClassFigure } from '@samhold/contract';
import { decimal } from '#lib/format/numbers.ts';

export type ClassRow = {
  readonly topic: string;
  readonly question: string;
  /** In the order of the classes; undefined where a class has none. */
  readonly figures: readonly (ClassFigure | undefined)[];
};
type ClassTable = {
  readonly year: number;
  readonly names: readonly string[];
  readonly rows: readonly ClassRow[];
};

const inOrder = new Intl.Collator('nb', { numeric: true });

/** The figures of a grade's classes, a table for each year, the latest first. Classes stand by name, never by figure. */
export const classTables = (figures: readonly ClassFigure[]): readonly ClassTable[] =>
  [...Map.groupBy(figures, ({ year }) => year)]
    .toSorted(([a], [b]) => b - a)
    .map(([year, ofYear]) => {
      const names = [...new Set(ofYear.map(({ className }) => className))].toSorted(inOrder.compare);
      const rows = Map.groupBy(ofYear, ({ topic, question }) => JSON.stringify([topic, question]));
      return {
        year,
        names,
        rows: [...rows.values()].flatMap((same) => {
          const [first] = same;
          if (first === undefined) return [];
          const figureOf = (name: string) => same.find(({ className }) => className === name);
          return [{ topic: first.topic, question: first.question, figures: names.map(figureOf) }];
        }),
      };
    });

/** Whose figures a class's are: the class of the grade below with the same letter, the year before. */
const cohortOf = ({ year, grade, className }: ClassFigure): string =>
  `${year - grade} ${className.replace(/^\d+/, '')}`;

type CohortTable = {
  readonly name: string;
  readonly columns: readonly { readonly year: number; readonly name: string }[];
  readonly rows: readonly ClassRow[];
};

/** The classes of a grade through the years that each has figures of, the earliest year first; those of one year only are left out. */
export const cohortTables = (figures: readonly ClassFigure[], grade: number): readonly CohortTable[] => {
  const latest = Math.max(...figures.filter((one) => one.grade === grade).map(({ year }) => year));
  return [...Map.groupBy(figures, cohortOf).values()].flatMap((same) => {
    const now = same.find((one) => one.year === latest && one.grade === grade);
    const years = [...new Map(same.map(({ year, className }) => [year, className]))]
      .map(([year, name]) => ({ year, name }))
      .filter(({ year }) => year <= latest)
      .toSorted((a, b) => a.year - b.year);
    if (now === undefined || years.length < 2) return [];
    const rows = Map.groupBy(same, ({ topic, question }) => JSON.stringify([topic, question]));
    return [
      {
        name: now.className,
        columns: years,
        rows: [...rows.values()].flatMap((of) => {
          const [first] = of;
          if (first === undefined) return [];
          const inYear = ({ year }: { readonly year: number }) => of.find((one) => one.year === year);
          return [{ topic: first.topic, question: first.question, figures: years.map(inYear) }];
        }),
      },
    ];
  });
};

const hiddenWords = {
  udir: 'skjermet',
  few_units: 'ikke vist, fordi det ville røpet et skjermet tall',
} as const;

/** «4,2 (22 svar)», or why there is none. */
export const classFigureWords = (figure: ClassFigure | undefined): string => {
  if (figure === undefined) return '–';
  if (figure.hidden !== null) return hiddenWords[figure.hidden];
  const { score, share, answers } = figure;
  const number = score === null ? `${decimal(share ?? 0)}\u00a0%` : decimal(score, 2).replace(/^\d$/, '$&,0');
  return `${number} (${answers ?? 0})`;
};
