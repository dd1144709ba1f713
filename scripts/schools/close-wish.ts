import { resolve } from 'node:path';
import { WAITING_DAYS } from '../../apps/api/src/schools/closing.ts';
import { filledIn, readArguments, withoutSpaces, WrongUse } from '../roster/arguments.ts';

export const help = `Avslutter en skole: venter i ${WAITING_DAYS} dager, overleverer det som skal tas vare på, og sletter resten.

Bruk: npm run -s close-school -- --school <organisasjonsnummer>          viser hvor skolen står og hva som ville bli slettet
      npm run -s close-school -- begin --school <nr> --by <hvem>         stenger den: bare ledelsen kommer inn, og bare for å lese
      npm run -s close-school -- undo --school <nr>                      åpner den igjen slik den var
      npm run -s close-school -- export --school <nr> --to <mappe> --recipient <age1…>
      npm run -s close-school -- delete --school <nr> --confirm <nr> --received-as <journalnummer>
      npm run -s close-school -- receipts                                viser kvitteringene for skoler som er slettet

  --school       skolens organisasjonsnummer
  --by           hvem som har bestemt det: en rolle eller et saksnummer. Står i kvitteringen, så skriv ikke navnet på et barn.
  --to           mappen overleveringen legges i
  --recipient    den offentlige nøkkelen til den som tar imot (age); se --new-key i npm run -s backup -- --help
  --confirm      organisasjonsnummeret en gang til
  --received-as  hva skoleeieren eller arkivet har journalført overleveringen som
  --help         viser dette

Ingenting endres uten et av ordene. Kommandoen kan kjøres mens Samhold er i bruk, og stoppes den midt i, er ingenting slettet.
Avslutter med 0 når det gikk bra, 1 når ingenting ble gjort, 2 når kommandoen er skrevet feil.`;

export type CloseWish =
  | { readonly step: 'help' }
  | { readonly step: 'receipts' }
  | { readonly step: 'show'; readonly school: string }
  | { readonly step: 'undo'; readonly school: string }
  | { readonly step: 'begin'; readonly school: string; readonly orderedBy: string }
  | { readonly step: 'export'; readonly school: string; readonly to: string; readonly recipient: string }
  | {
      readonly step: 'delete';
      readonly school: string;
      readonly confirmed: string;
      readonly receivedAs: string;
    };

const text = { type: 'string' } as const;
const options = {
  ...{ school: text, by: text, to: text, recipient: text, confirm: text, 'received-as': text },
  help: { type: 'boolean', default: false },
} as const;

/** What the arguments ask for. Relative paths are meant from `folder`. Throws WrongUse. */
export const readCloseWish = (args: readonly string[], folder: string): CloseWish => {
  const { values, positionals } = readArguments({ args: [...args], allowPositionals: true, options });
  if (values.help) return { step: 'help' };
  const [step = 'show', ...more] = positionals;
  if (more.length > 0) throw new WrongUse('Bare ett steg om gangen.');
  const given = (name: Exclude<keyof typeof values, 'help'>): string => filledIn(name, values[name], 200);
  if (step === 'receipts') return { step };
  if (!['show', 'begin', 'undo', 'export', 'delete'].includes(step))
    throw new WrongUse(`«${step}» er ikke et steg.`);
  const school = withoutSpaces(given('school'));
  switch (step) {
    case 'begin':
      return { step, school, orderedBy: given('by') };
    case 'export':
      return { step, school, to: resolve(folder, given('to')), recipient: given('recipient') };
    case 'delete':
      return {
        ...{ step, school, confirmed: withoutSpaces(given('confirm')) },
        receivedAs: given('received-as'),
      };
    case 'undo':
      return { step, school };
    default:
      return { step: 'show', school };
  }
};
