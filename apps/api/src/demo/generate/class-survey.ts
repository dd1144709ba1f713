import type { ClassFileMapping } from '@samhold/contract';
import type { DemoClass } from './demo-school.ts';

const topics = ['Trivsel', 'Støtte fra lærerne', 'Læringskultur', 'Mestring', 'Felles regler'] as const;
const company = 'Har du noen å være sammen med i friminuttene?';

const comma = (value: number): string => value.toFixed(1).replace('.', ',');

const columns = ['Klasse', 'Svar', ...topics, company, 'Mobbing på skolen'] as const;
const meaningOf = (name: string) => {
  if (name === 'Klasse') return 'class';
  if (name === 'Svar') return 'answers';
  return name === 'Mobbing på skolen' ? 'topic_share' : 'topic_score';
};

/** What the columns of the table mean. */
export const classMapping = (year: number): ClassFileMapping => ({
  year,
  columns: columns.map((name) => ({ name, meaning: meaningOf(name) })),
});

/** Of the class that has it hard, this year and the one before, when it was in the grade below. */
const hardYears = [
  { className: '7B', bullied: 37.5 },
  { className: '6B', bullied: 31.8 },
] as const;

/** The figures of a year by class, as the school got them in a spreadsheet; every number is invented. */
export const classTable = (classes: readonly DemoClass[], yearsAgo: 0 | 1 = 0): string => {
  const { className, bullied: share } = hardYears[yearsAgo];
  const rows = classes
    .filter(({ grade }) => grade >= 5)
    .map(({ name, grade, pupils }, at) => {
      const hard = name === className ? 0.6 : 0;
      const scores = topics.map((_, of) =>
        comma(4.3 - ((at + of + yearsAgo) % 4) / 10 - (of < 2 ? hard : 0)),
      );
      // On the sixth grade so few were bullied this year that the figure is hidden.
      const bullied = grade === 6 && yearsAgo === 0 ? '*' : comma(name === className ? share : 4.5 + at / 2);
      return [name, String(pupils.length - 2), ...scores, comma(4.7 - 2 * hard), bullied];
    });
  return [columns, ...rows].map((cells) => cells.join(';')).join('\r\n');
};
