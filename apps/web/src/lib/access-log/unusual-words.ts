import type { RelationKind, UnusualRule } from '@samhold/contract';
import { kindNames } from '#lib/staff/relations.ts';

export const rules: readonly UnusualRule[] = ['outside_own_classes', 'outside_school_hours', 'many_at_once'];

export const ruleWords: Readonly<Record<UnusualRule, { readonly name: string; readonly about: string }>> = {
  outside_own_classes: {
    name: 'I andres klasser',
    about: 'Åpnet opplysninger om en klasse eller en elev uten å være kontaktlærer eller vikar der.',
  },
  outside_school_hours: {
    name: 'Utenom skoletid',
    about: 'Åpnet opplysninger om elever før klokka 7, etter klokka 17 eller på en dag uten skole.',
  },
  many_at_once: {
    name: 'Mange på kort tid',
    about: 'Åpnet minst 20 ulike elever, klasser eller saker i løpet av ti minutter.',
  },
};

/** «kontaktlærer og sosiallærer»; nothing for somebody whose access had ended. A principal is of the leadership. */
export const rolesInWords = (roles: readonly RelationKind[]): string =>
  new Intl.ListFormat('nb').format(
    roles
      .filter((kind) => kind !== 'leadership' || !roles.includes('principal'))
      .map((kind) => kindNames[kind]),
  );
