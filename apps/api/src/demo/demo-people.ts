import { dayOf } from '../calendar-days.ts';
import type { DemoStaffMember, RelationKind } from './generate/demo-school.ts';
import { generateDemoStaff } from './generate/generate-demo-school.ts';
import { DEMO_SEED } from './load-demo-school.ts';
import type { DemoPerson } from './sign-in-page.ts';

const groups: Readonly<Record<RelationKind, string>> = {
  contact_teacher: 'Kontaktlærere',
  leadership: 'Ledelse',
  social_teacher: 'Sosiallærer og miljøteam',
  environment_team: 'Sosiallærer og miljøteam',
  administrator: 'Administrator',
  substitute: 'Andre',
  employee: 'Andre',
  council_reader: 'Andre',
};

const person = (member: DemoStaffMember): DemoPerson => ({
  subject: member.key,
  name: `${member.givenName} ${member.familyName}`,
  title: member.title,
  group: groups[member.relations[0]?.kind ?? 'employee'],
});

/** The staff of the demo school; the seed decides who they are, whatever the day. */
export const demoPeople = (now: Date): readonly DemoPerson[] =>
  generateDemoStaff(DEMO_SEED, dayOf(now)).map(person);
