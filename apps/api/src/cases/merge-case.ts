import { randomUUID } from 'node:crypto';
import { AppError } from '../errors.ts';
import { appendEntry } from './append-entry.ts';
import { caseFor, readFacts, type FoundCase } from './case-for.ts';
import { stepOf } from './duties.ts';
import type { Doing } from './effects.ts';
import { endMeasures } from './measure-queries.ts';
import { mayCarryCase } from './policy.ts';
import { pupilsOfCases } from './queries.ts';
import * as writes from './writes.ts';

const accusedOf = ({ people }: FoundCase): string =>
  people.staff
    .flatMap(({ staffId, part }) => (part === 'accused' ? [staffId] : []))
    .sort()
    .join();

/** Pupils and staff go over into the other case, which says so; this one reads on there. */
export const mergeInto = async ({ writer, found, entry, said }: Doing<'merged'>) => {
  const { tx, actor, now } = writer;
  const { schoolId, staffId } = actor;
  if (said.into === found.row.case_id) throw new AppError('invalid_request', ['into']);
  const other = await caseFor(tx, actor, said.into, now, { lock: true });
  if (!mayCarryCase(actor, other.people)) throw new AppError('not_found');
  // Who may see it, and who may not, stays as it is.
  if (other.people.kind !== found.people.kind || accusedOf(other) !== accusedOf(found))
    throw new AppError('cases_differ');
  const { facts } = await readFacts(tx, schoolId, other);
  const step = stepOf(facts, 'taken_in');
  if (!step.allowed) throw new AppError('not_at_this_stage');
  const of = { schoolId, caseId: said.into };
  const by = { staffId, now };
  const pupils = await pupilsOfCases(tx, schoolId, [found.row.case_id, said.into]);
  const there = pupils.filter((one) => one.case_id === said.into && one.removed_at === null);
  for (const one of pupils) {
    const isThere = there.some(
      ({ pupil_id, part }) => pupil_id === one.pupil_id && (part === 'concerned' || one.part === 'involved'),
    );
    if (one.case_id === said.into || one.removed_at !== null || isThere) continue;
    // The column's check constraint allows exactly these.
    await writes.putPupil(tx, of, one.pupil_id, one.part as 'concerned' | 'involved', by);
  }
  for (const one of found.people.staff) {
    if (one.part === 'accused' || other.people.staff.some((there) => there.staffId === one.staffId)) continue;
    await writes.putStaff(tx, of, one.staffId, 'participant', by);
  }
  await appendEntry(writer, {
    ...{
      caseId: said.into,
      entryId: randomUUID(),
      occurredOn: entry.occurredOn,
      pupilId: null,
      corrects: null,
    },
    content: { kind: 'taken_in', caseId: found.row.case_id, why: said.why },
  });
  const revision = other.row.revision + 1;
  const serious = other.row.serious || found.row.serious;
  await writes.updateCase(tx, of, { stage: step.to, revision, serious });
  await endMeasures(tx, schoolId, found.row.case_id, entry.occurredOn, {});
  await writes.repointMerged(tx, { schoolId, caseId: found.row.case_id }, said.into);
  return { merged_into: said.into, closed_at: now, evaluate_on: null };
};
