import type { SchoolSealer, Tx } from '@samhold/db';
import { addDays } from '../calendar/days.ts';
import { storeFirstNote } from '../notes/service.ts';
import { storeTalk } from '../pupil-talks/service.ts';
import type { DemoClass, DemoYear } from './generate/demo-school.ts';
import { notesOf, talksOf } from './generate/records.ts';

type Records = {
  readonly year: DemoYear;
  readonly schoolClass: DemoClass;
  readonly classId: string;
  /** Who has written them. */
  readonly staffId: string;
  readonly pupilIds: ReadonlyMap<string, string>;
  readonly today: string;
};

/** Late in the day that is written of. */
const afterSchool = (day: string): Date => new Date(`${day}T13:40:00Z`);

/** The log and the talks of a class's pupils this term. */
export const loadRecords = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  { year, schoolClass, classId, staffId, pupilIds, today }: Records,
): Promise<void> => {
  const of = (pupilKey: string) => ({ classId, pupilId: pupilIds.get(pupilKey) ?? '' });
  for (const { pupilKey, ...talk } of talksOf(year, schoolClass, today))
    await storeTalk(
      tx,
      sealer,
      { schoolId, staffId },
      of(pupilKey),
      talk,
      afterSchool(talk.heldOn ?? addDays(today, -1)),
    );
  for (const { pupilKey, text, writtenOn } of notesOf(year, schoolClass, today))
    await storeFirstNote(
      tx,
      sealer,
      { schoolId, staffId },
      of(pupilKey),
      { noteId: crypto.randomUUID(), text },
      afterSchool(writtenOn),
    );
};
