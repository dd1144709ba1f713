import type { SchoolWish } from '../../apps/api/src/schools/add-school.ts';
import { filledIn, readArguments, withoutSpaces } from '../roster/arguments.ts';

export const help = `Lager en skole til i installasjonen, med sin egen nøkkel og sin første administrator. Viser lenken administratoren skal ha.

Bruk: npm run -s create-school -- --name <skole> --number <organisasjonsnummer> --owner <skoleeier>
                                  --given-name <fornavn> --family-name <etternavn> [--new-owner]
      npm run -s create-school -- --new-link <organisasjonsnummer>

  --name          skolens navn
  --number        skolens organisasjonsnummer, ni sifre
  --owner         hvem som eier skolen: navnet på en skoleeier som finnes her, eller id-en
  --new-owner     skoleeieren finnes ikke her ennå, og lages også
  --given-name    fornavnet til skolens første administrator
  --family-name   etternavnet
  --new-link      lager ingen skole, men en ny lenke til en skole der ingen administrator kan logge inn ennå
  --help          viser dette

Kommandoen kan kjøres mens Samhold er i bruk. Lenken virker én gang, i 24 timer. Send den slik du ville sendt et passord.
Avslutter med 0 når det gikk bra, 1 når ingenting ble laget, 2 når kommandoen er skrevet feil.`;

export type CreateWish =
  | { readonly kind: 'help' }
  | { readonly kind: 'link'; readonly organisationNumber: string }
  | { readonly kind: 'school'; readonly school: SchoolWish };

const text = { type: 'string' } as const;
const options = {
  ...{ name: text, number: text, owner: text, 'given-name': text, 'family-name': text, 'new-link': text },
  'new-owner': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What the arguments ask for. Throws WrongUse. */
export const readCreateWish = (args: readonly string[]): CreateWish => {
  const { values } = readArguments({ args: [...args], options });
  if (values.help) return { kind: 'help' };
  if (values['new-link'] !== undefined)
    return { kind: 'link', organisationNumber: withoutSpaces(values['new-link']) };
  const given = (name: 'name' | 'number' | 'owner' | 'given-name' | 'family-name'): string =>
    filledIn(name, values[name], 120);
  return {
    kind: 'school',
    school: {
      ...{ name: given('name'), organisationNumber: withoutSpaces(given('number')) },
      ...{ owner: given('owner'), newOwner: values['new-owner'] },
      administrator: { givenName: given('given-name'), familyName: given('family-name') },
    },
  };
};
