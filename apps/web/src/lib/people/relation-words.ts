import type { RelationKind, RelationView, StaffEntry } from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { kindNames } from '#lib/staff/relations.ts';

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** «Kontaktlærer 5A», «Sosiallærer» */
export const relationName = ({ kind, className }: Pick<RelationView, 'kind' | 'className'>): string =>
  capital(kindNames[kind]) + (className === null ? '' : ` ${className}`);

/** «fra 17. august 2026», «17. august 2026 – 20. november 2026», «til 20. november 2026» */
export const periodText = ({ fromOn, toOn, state }: RelationView): string => {
  if (state === 'active') return toOn === null ? `fra ${longDate(fromOn)}` : `til og med ${longDate(toOn)}`;
  return toOn === null ? `fra ${longDate(fromOn)}` : `${longDate(fromOn)} – ${longDate(toOn)}`;
};

/** «, bekreftet av Feide 27. november 2026»; empty where Feide has not named the person. */
export const feideText = ({ namedByFeideOn, state }: RelationView): string =>
  namedByFeideOn === null || state !== 'active' ? '' : `, bekreftet av Feide ${longDate(namedByFeideOn)}`;

export const stateWord: Readonly<Record<RelationView['state'], string>> = {
  proposed: 'venter på ledelsen',
  coming: 'begynner senere',
  active: 'gjelder nå',
  ended: 'avsluttet',
};

/** What a relation opens, for whoever gives it. */
export const relationMeaning: Readonly<Record<RelationKind, string>> = {
  contact_teacher: 'Ser svar, sosiogram og tegn for sin egen klasse, og starter runder.',
  substitute: 'Starter og følger en runde for klassen. Ser ingen svar. Må ha en siste dag.',
  employee: 'Kan logge inn. Ser ingen svar.',
  social_teacher: 'Følger opp elever på tvers av klassene.',
  environment_team: 'Følger opp de elevene som teamet har sak på.',
  leadership: 'Planlegger runder, bekrefter tilganger og ser tall for trinn og skole.',
  principal: 'Ser hvem som har fortrolig adresse. Gis i tillegg til «Skolens ledelse», til én person.',
  administrator: 'Leser inn elevlisten og registrerer ansatte. Ser ingen svar.',
  council_reader: 'Leser det ledelsen publiserer. Ser ingen elever.',
  owner: 'Tar imot saker om ansatte som skolen melder til kommunen (§ 12-5). Ser ingen svar.',
};

export const relationKinds = Object.keys(relationMeaning) as readonly RelationKind[]; // the keys are exactly the kinds

/** Leadership neither gives nor takes away whoever hears of what is about leadership (§ 12-5). */
export const mayChange = (kind: RelationKind, leading: boolean): boolean => kind !== 'owner' || !leading;

/** A contact teacher and a substitute are so for one class. */
export const isOfClass = (kind: RelationKind): boolean => kind === 'contact_teacher' || kind === 'substitute';

export const fullName = ({ givenName, familyName }: Pick<StaffEntry, 'givenName' | 'familyName'>): string =>
  `${givenName} ${familyName}`;

export type Proposal = { readonly person: StaffEntry; readonly relation: RelationView };

/** What waits for leadership, by class and then by name. */
export const proposalsOf = (staff: readonly StaffEntry[]): readonly Proposal[] =>
  staff
    .flatMap((person) =>
      person.relations.filter(({ state }) => state === 'proposed').map((relation) => ({ person, relation })),
    )
    .sort(
      (a, b) =>
        relationName(a.relation).localeCompare(relationName(b.relation), 'nb', { numeric: true }) ||
        fullName(a.person).localeCompare(fullName(b.person), 'nb'),
    );

/** Relations somebody has, will have or waits for; then those that are over, the newest first. */
export const byState = (relations: readonly RelationView[]) => ({
  current: relations.filter(({ state }) => state !== 'ended'),
  ended: relations
    .filter(({ state, confirmed }) => state === 'ended' && confirmed)
    .toSorted((a, b) => b.fromOn.localeCompare(a.fromOn)),
});

/** People who work here and have had no training in privacy. */
export const untrained = (staff: readonly StaffEntry[]): readonly StaffEntry[] =>
  staff.filter(({ active, trainedOn }) => active && trainedOn === null);

/** Those whose name, or name of what they are, holds every word that is sought. */
export const matching = (staff: readonly StaffEntry[], sought: string): readonly StaffEntry[] => {
  const words = sought.toLocaleLowerCase('nb').split(/\s+/).filter(Boolean);
  if (words.length === 0) return staff;
  return staff.filter((person) => {
    const relations = byState(person.relations).current.map(relationName);
    const text = [fullName(person), ...relations].join(' ').toLocaleLowerCase('nb');
    return words.every((word) => text.includes(word));
  });
};
