import type { Tx } from '@samhold/db';
import { notRestricted } from '../signals/not-restricted.ts';

/** Cases that are not closed, and the classes and pupils they are about. */
export const runningCases = async (tx: Tx, schoolId: string) => {
  const cases = await tx
    .selectFrom('school_case as k')
    .leftJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'k.school_id').onRef('c.class_id', '=', 'k.class_id'),
    )
    .select([
      'k.case_id',
      'k.reference',
      'k.kind',
      'k.stage',
      'k.known_on',
      'k.evaluate_on',
      'k.class_id',
      'c.name',
    ])
    .where('k.school_id', '=', schoolId)
    .where('k.stage', 'not in', ['closed', 'merged'])
    .execute();
  const pupils = await tx
    .selectFrom('case_pupil')
    .select(['case_id', 'pupil_id'])
    .where('school_id', '=', schoolId)
    .where('part', '=', 'concerned')
    .where('removed_at', 'is', null)
    .execute();
  return { cases, pupils };
};

/** Signals nobody has answered yet. */
export const waitingSignals = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('signal as g')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'g.school_id').onRef('s.sitting_id', '=', 'g.sitting_id'),
    )
    .innerJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 's.school_id').onRef('c.class_id', '=', 's.class_id'),
    )
    .select(['g.signal_id', 'g.pupil_id', 'g.state', 'g.created_at', 's.class_id', 'c.name'])
    .where('g.school_id', '=', schoolId)
    .where('g.state', 'in', ['new', 'being_verified'])
    .where('g.no_longer_at', 'is', null)
    .where(notRestricted)
    .execute();

export const newReports = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('incident_report as r')
    .leftJoin('class as c', (join) =>
      join.onRef('c.school_id', '=', 'r.school_id').onRef('c.class_id', '=', 'r.class_id'),
    )
    .select([
      'r.report_id',
      'r.happened_on',
      'r.filed_at',
      'r.physical',
      'r.about_staff',
      'r.class_id',
      'c.name',
    ])
    .where('r.school_id', '=', schoolId)
    .where('r.state', '=', 'new')
    .execute();
