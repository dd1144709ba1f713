import { AppError } from '../errors.ts';
import type { Doing } from './effects.ts';
import { activeStaff, pupilsOfCases } from './queries.ts';
import { startCase } from './start-case.ts';
import * as writes from './writes.ts';

/** Some of the pupils get a case of their own, with the same staff; what had been done before stands there too. */
export const splitOff = async ({ writer, found, said }: Doing<'split'>) => {
  const { tx, actor, now } = writer;
  const { schoolId } = actor;
  const { row, people } = found;
  const pupils = (await pupilsOfCases(tx, schoolId, [row.case_id])).filter((one) => one.removed_at === null);
  const going = pupils.filter(({ pupil_id }) => said.pupilIds.includes(pupil_id));
  const left = pupils.filter((one) => !going.includes(one) && one.part === 'concerned');
  if (row.class_id === null && left.length === 0) throw new AppError('invalid_request', ['pupilIds']);
  const active = await activeStaff(tx, schoolId);
  const staff = people.staff.filter(({ staffId, part }) => part === 'accused' || active.has(staffId));
  const idsOf = (part: 'responsible' | 'participant' | 'accused'): string[] =>
    staff.flatMap((one) => (one.part === part ? [one.staffId] : []));
  await startCase(
    writer,
    {
      ...{ caseId: said.newCaseId, kind: people.kind, title: said.title, knownOn: row.known_on },
      ...{ serious: row.serious, classId: null, from: 'split', what: said.why, evidence: [], sources: [] },
      // The column's check constraint allows exactly these.
      pupils: going.map((one) => ({ pupilId: one.pupil_id, part: one.part as 'concerned' | 'involved' })),
      responsibleId: idsOf('responsible')[0] ?? null,
      participantIds: idsOf('participant'),
      accusedIds: idsOf('accused'),
    },
    row,
  );
  for (const { pupil_id } of going)
    await writes.removePupil(tx, { schoolId, caseId: row.case_id }, pupil_id, now);
  return {};
};
