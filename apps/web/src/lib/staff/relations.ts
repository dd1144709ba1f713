import type { StaffSession } from '@samhold/contract';
import { checklistPath, ownerPath, talksPath } from './paths.ts';

export type OwnClass = { readonly classId: string; readonly className: string };

/** The classes this person runs rounds for, by name, each once. */
export const ownClasses = (session: StaffSession): readonly OwnClass[] => {
  const byId = new Map<string, OwnClass>();
  for (const { kind, classId, className } of session.relations) {
    const runs = kind === 'contact_teacher' || kind === 'substitute';
    if (runs && classId !== null) byId.set(classId, { classId, className: className ?? 'Klassen' });
  }
  return [...byId.values()].sort((a, b) => a.className.localeCompare(b.className, 'nb', { numeric: true }));
};

type Kind = StaffSession['relations'][number]['kind'];

const holds = (session: StaffSession, wanted: Kind): boolean =>
  session.relations.some(({ kind }) => kind === wanted);

export const leads = (session: StaffSession): boolean => holds(session, 'leadership');

/** Looks after the pupils of the whole school, beside leadership. */
export const isSocialTeacher = (session: StaffSession): boolean => holds(session, 'social_teacher');

/** Whoever works at the school tells of what they see; a reader from a council and the kommune do not work here. */
export const filesIncidents = (session: StaffSession): boolean =>
  session.relations.some(({ kind }) => kind !== 'council_reader' && kind !== 'owner');

export const isOwner = (session: StaffSession): boolean => holds(session, 'owner');

export const receivesIncidents = (session: StaffSession): boolean =>
  leads(session) || isSocialTeacher(session) || isOwner(session);

/** Who alone sees which pupils are hidden. */
export const isPrincipal = (session: StaffSession): boolean => holds(session, 'principal');

/** Reads the list of signals of the whole school. */
export const readsSchoolSignals = (session: StaffSession): boolean =>
  leads(session) || isSocialTeacher(session);

export const administers = (session: StaffSession): boolean => holds(session, 'administrator');

/** Only the contact teacher reads results; a substitute runs the round. */
export const readsResults = (session: StaffSession, classId: string): boolean =>
  session.relations.some((r) => r.kind === 'contact_teacher' && r.classId === classId);

/** Staff leadership may have shared a report with; leadership finds its own among those it makes. */
export const readsReports = (session: StaffSession): boolean =>
  !leads(session) &&
  (['contact_teacher', 'employee', 'social_teacher', 'environment_team', 'owner'] as const).some((kind) =>
    holds(session, kind),
  );

/** Who can take part in cases on the school environment. */
export const seesCases = (session: StaffSession): boolean =>
  (
    ['contact_teacher', 'employee', 'social_teacher', 'environment_team', 'leadership', 'owner'] as const
  ).some((kind) => holds(session, kind));

/** Who can open a case about pupils of a class. */
export const startsCases = (session: StaffSession, className: string): boolean =>
  leads(session) ||
  isSocialTeacher(session) ||
  session.relations.some((one) => one.kind === 'contact_teacher' && one.className === className);

/** Who can open a case about an employee (§ 12-5). */
export const startsStaffCases = (session: StaffSession): boolean => leads(session) || holds(session, 'owner');

/** Leads the weekly meeting on pupils. */
const leadsMeetings = (session: StaffSession): boolean => leads(session) || isSocialTeacher(session);

/** Is called in to the weekly meeting as a rule; anybody else who is, finds it by their tasks. */
export const meets = (session: StaffSession): boolean =>
  leadsMeetings(session) || holds(session, 'environment_team');

/** Can be called in to a meeting on pupils. */
export const canMeet = (session: StaffSession): boolean =>
  meets(session) ||
  (['contact_teacher', 'substitute', 'employee'] as const).some((kind) => holds(session, kind));

/** Where a signed-in person lands, or null when there is a choice to make or nothing to go to. */
export const landingPath = (session: StaffSession): string | null => {
  const [first, second] = ownClasses(session);
  if (leads(session)) return first === undefined ? '/school' : null;
  if (administers(session)) return first === undefined ? checklistPath : null;
  if (first === undefined && isOwner(session)) return ownerPath;
  if (first === undefined) return isSocialTeacher(session) ? talksPath : null;
  return second === undefined ? `/class/${first.classId}` : null;
};

export const kindNames: Readonly<Record<Kind, string>> = {
  contact_teacher: 'kontaktlærer',
  substitute: 'vikar',
  employee: 'ansatt',
  social_teacher: 'sosiallærer',
  environment_team: 'medlem av miljøteamet',
  leadership: 'skolens ledelse',
  principal: 'rektor',
  administrator: 'administrator',
  council_reader: 'leser i råd og utvalg',
  owner: 'skoleeier',
};

export const relationNames = (session: StaffSession): readonly string[] => [
  ...new Set(session.relations.map(({ kind }) => kindNames[kind])),
];
