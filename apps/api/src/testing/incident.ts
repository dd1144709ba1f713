import { randomUUID } from 'node:crypto';
import type { NewIncident } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';
import type { TestHouse } from './test-house.ts';

/** Something seen in the playground today. */
export const newIncident = ({ deps }: TestHouse, changes: Partial<NewIncident> = {}): NewIncident => ({
  ...{ reportId: randomUUID(), toldBy: 'employee', happenedOn: dayOf(deps.now()), happenedAt: '11:20' },
  ...{ place: 'playground', pupilIds: [], physical: false, aboutStaff: null },
  ...{ seen: 'To elever ropte stygge ord til en tredje.', done: 'Jeg stoppet det og snakket med alle tre.' },
  ...changes,
});
