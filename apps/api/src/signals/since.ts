import type { FollowUpUnit } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { dayOf } from '../calendar-days.ts';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';
import { pupilLabels } from '../roster/names.ts';
import { signalsOfClass } from './queries.ts';

type Listed = NonNullable<FollowUpUnit['signals']>;

/**
 * The signals of a class since a day that still hold, newest first. `whole`: by name as the own class sees them. `named`: by
 * name without hidden pupils. `unnamed`: that they are there, without who.
 */
export const signalsSince = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  classId: string,
  since: string,
  as: 'whole' | 'named' | 'unnamed',
): Promise<Listed> => {
  const hidden = as === 'whole' ? new Set<string>() : await hiddenPupilIds(tx, schoolId);
  const rows = (await signalsOfClass(tx, schoolId, classId)).filter(
    (row) => row.no_longer_at === null && dayOf(row.created_at) >= since && !hidden.has(row.pupil_id),
  );
  const ids = [...new Set(rows.map((row) => row.pupil_id))];
  const labels = as === 'unnamed' ? [] : await pupilLabels(tx, sealer, schoolId, ids);
  const byId = new Map(labels.map(({ pupilId, label }) => [pupilId, label]));
  return rows.map((row) => {
    // Written by storeSignals only.
    const { level } = row.evidence as unknown as Pick<Listed[number], 'level'>;
    return {
      ...{ signalId: row.signal_id, roundName: row.name, createdAt: row.created_at.toISOString(), level },
      state: row.state as Listed[number]['state'],
      pupil: byId.get(row.pupil_id) ?? null,
    };
  });
};
