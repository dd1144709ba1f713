import type { ClassFigure } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Figure } from './files/figure.ts';
import { protectClasses } from './protect-classes.ts';
import { figuresInUse } from './queries.ts';

/** The figures in use as they may be shown: what would tell a hidden one is withdrawn. */
export const shownFigures = async (tx: Tx, schoolId: string): Promise<readonly Figure[]> =>
  protectClasses(await figuresInUse(tx, schoolId));

export const classFiguresOf = (figures: readonly Figure[]): ClassFigure[] =>
  figures
    .filter(({ unit }) => unit === 'class')
    .map(({ table, year, grade, className, topic, question, hidden, score, share, answers }) => ({
      ...{ table, year, grade, className, topic, question, hidden, score, share, answers },
    }));

type Of = { readonly years: readonly number[]; readonly classes: readonly string[] };

/** Figures of classes as they would be shown with a file that is read and not in use yet, of the file's years and classes. */
export const shownWithFile = async (tx: Tx, schoolId: string, importId: string, { years, classes }: Of) =>
  classFiguresOf(protectClasses(await figuresInUse(tx, schoolId, importId))).filter(
    ({ year, className }) => years.includes(year) && classes.includes(className),
  );
