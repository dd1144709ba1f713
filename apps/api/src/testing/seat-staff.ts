import { seats, type Seat } from '../access/seats.ts';
import type { Browser } from './browser.ts';
import { proveAgain } from './investigation.ts';
import type { TestHouse } from './test-house.ts';
import { addStaff, makeSchool, type TestSchool } from './test-school.ts';

/** They take a case out, for which one has just signed in again. */
const signsInAgain: ReadonlySet<Seat> = new Set(['social teacher', 'leadership', 'principal']);

/** Somebody signed in in every seat. `neighbourRoster` is of the other school; `mark` begins the subjects, which are one school's. */
export const seatStaff = async (house: TestHouse, school: TestSchool, neighbourRoster: string, mark = '') => {
  const staffIds = new Map<Seat, string>();
  const browsers = new Map<Seat, Browser>([['nobody', house.tablet()]]);
  const classId = school.classIds.get('5A') ?? '';
  const other = await makeSchool(house, 'Nabo', neighbourRoster);
  const daysOn = (days: number) => new Date(house.deps.now().getTime() + days * 86_400_000);
  const relations: Partial<Record<Seat, Parameters<typeof addStaff>[3]>> = {
    'contact teacher of the class': [{ kind: 'contact_teacher', classId }],
    'contact teacher of another class': [
      { kind: 'contact_teacher', classId: school.classIds.get('5B') ?? '' },
    ],
    'contact teacher until yesterday': [{ kind: 'contact_teacher', classId, toAt: daysOn(-1) }],
    'substitute of the class': [{ kind: 'substitute', classId, toAt: daysOn(1) }],
    employee: [{ kind: 'employee' }],
    'case participant': [{ kind: 'employee' }],
    'social teacher': [{ kind: 'social_teacher' }],
    'environment team': [{ kind: 'environment_team' }],
    leadership: [{ kind: 'leadership' }],
    principal: [{ kind: 'leadership' }, { kind: 'principal' }],
    administrator: [{ kind: 'administrator' }],
    'council reader': [{ kind: 'council_reader' }],
    owner: [{ kind: 'owner' }],
    'contact teacher of another school': [
      { kind: 'contact_teacher', classId: other.classIds.get('5A') ?? '' },
    ],
  };
  for (const seat of seats) {
    const given = relations[seat];
    if (given === undefined) continue;
    const at = seat === 'contact teacher of another school' ? other : school;
    staffIds.set(seat, await addStaff(house, at, mark + seat, given));
    const browser = await house.staffBrowser(mark + seat);
    if (signsInAgain.has(seat)) await proveAgain(house, browser, mark + seat);
    browsers.set(seat, browser);
  }
  return { browsers, staffIds };
};
