import type { Tx } from '@samhold/db';
import type { Figure } from './files/figure.ts';
import { protectClasses } from './protect-classes.ts';
import { figuresInUse } from './queries.ts';

/** The figures in use as they may be shown: what would tell a hidden one is withdrawn. */
export const shownFigures = async (tx: Tx, schoolId: string): Promise<readonly Figure[]> =>
  protectClasses(await figuresInUse(tx, schoolId));
