import type { LowTheme } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { shownFigures } from '../national-survey/shown-figures.ts';
import { lowThemes } from './low-themes.ts';
import { classesByYear } from './queries.ts';
import { mayReadClass } from './who-may.ts';

/** What a class is low on in its year's Elevundersøkelsen; undefined for a class that is not there or not the actor's to read. */
export const lowThemesForCase = async (
  tx: Tx,
  actor: StaffActor,
  classId: string,
): Promise<{ readonly year: number; readonly themes: readonly LowTheme[] } | undefined> => {
  const found = (await classesByYear(tx, actor.schoolId)).find((one) => one.classId === classId);
  if (found === undefined || !mayReadClass(actor, classId)) return undefined;
  return { year: found.year, themes: lowThemes(await shownFigures(tx, actor.schoolId), found) };
};
