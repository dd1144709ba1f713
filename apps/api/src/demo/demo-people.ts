import { dayOf } from '../calendar-days.ts';
import type { DemoStaffMember, RelationKind } from './generate/demo-school.ts';
import { generateDemoClasses, generateDemoStaff } from './generate/generate-demo-school.ts';
import { DEMO_SEED } from './load-demo-school.ts';
import type { DemoPerson } from './sign-in-page.ts';

const groups: Readonly<Record<RelationKind, string>> = {
  contact_teacher: 'Kontaktlærere',
  leadership: 'Ledelse',
  principal: 'Ledelse',
  social_teacher: 'Sosiallærer og miljøteam',
  environment_team: 'Sosiallærer og miljøteam',
  administrator: 'Administrator',
  substitute: 'Andre',
  employee: 'Andre',
  council_reader: 'Andre',
  owner: 'Skoleeier',
};

const person = (member: DemoStaffMember): DemoPerson => ({
  subject: member.key,
  name: `${member.givenName} ${member.familyName}`,
  title: member.title,
  group: groups[member.relations[0]?.kind ?? 'employee'],
});

/** Two of each class from the fifth grade up, for the pupils' own page. */
const pupilsWithAccount = (today: string): readonly DemoPerson[] =>
  generateDemoClasses(DEMO_SEED, today)
    .filter(({ grade }) => grade >= 5)
    .flatMap(({ name, pupils }) =>
      pupils.slice(0, 2).map(({ key, givenName, familyName }) => ({
        subject: key,
        name: `${givenName} ${familyName}`,
        title: `Elev i ${name}`,
        group: 'Elever med skolekonto',
      })),
    );

/** The staff of the demo school, and some pupils; the seed decides who they are, whatever the day. */
export const demoPeople = (now: Date): readonly DemoPerson[] => {
  const today = dayOf(now);
  return [...generateDemoStaff(DEMO_SEED, today).map(person), ...pupilsWithAccount(today)];
};
