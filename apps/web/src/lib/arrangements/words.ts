import type { Demand, Hindrance, StageName } from '@samhold/analysis';
import { counted, listed } from '#lib/format/numbers.ts';
import type { Asked } from './settings.ts';

export type NameOf = (pupilId: string) => string;
type Kind = Asked['kind'];

/** «rad 1, plass 2», or «plass 7» where the seats are one line. */
export const seatName = (seat: string): string => {
  const [row, place] = seat.split('-');
  return place === undefined ? `plass ${seat}` : `rad ${row ?? ''}, plass ${place}`;
};

const sizesInWords = (sizes: readonly number[]): string =>
  [...Map.groupBy(sizes, (size) => size)]
    .sort(([a], [b]) => b - a)
    .map(([size, groups]) => `${counted(groups.length, 'gruppe', 'grupper')} på ${size}`)
    .join(' og ');

/** Something the teacher has asked for, as a sentence without its full stop. */
export const demandWords = (demand: Demand, kind: Kind, nameOf: NameOf): string => {
  const beside = kind === 'groups' ? 'være i samme gruppe' : 'sitte ved siden av hverandre';
  switch (demand.kind) {
    case 'apart':
      return `${listed(demand.pupils.map(nameOf))} skal ikke ${beside}`;
    case 'together':
      return `${listed(demand.pupils.map(nameOf))} skal ${beside}`;
    case 'sizes':
      return `${counted(demand.pupils, 'elev', 'elever')} skal deles i ${sizesInWords(demand.sizes)}`;
    case 'number-of-groups':
      return `Det skal være ${counted(demand.groups, 'gruppe', 'grupper')}`;
    case 'number-of-seats':
      return `Rommet har ${counted(demand.seats, 'plass', 'plasser')} til ${counted(demand.pupils, 'elev', 'elever')}`;
    case 'fixed-seat':
      return `${nameOf(demand.pupil)} har fast plass: ${seatName(demand.seat)}`;
    case 'near-front':
      return `${nameOf(demand.pupil)} skal sitte langt fram`;
  }
};

/** Why nobody whom the pupil wished for is there, whoever moved the pupils last. */
export type Reason = Hindrance | 'not-answered' | 'only-others' | 'moved';

const reasonWords: Readonly<Record<Reason, string>> = {
  'not-answered': 'har ikke svart på sosiogrammet. Spør eleven.',
  'wished-for-nobody': 'ønsket seg ingen. Spør eleven.',
  'only-others': 'har bare ønsket seg elever som ikke er med.',
  'kept-apart': 'holdes fra alle eleven har ønsket seg, slik du har bedt om.',
  'ruled-out': 'kan ikke være sammen med noen av dem, slik størrelser, plasser og andre par er.',
  'others-without': 'Får denne eleven et ønske oppfylt, blir minst like mange andre uten.',
  'none-found': 'Det ble ikke funnet noe bedre, men det kan finnes.',
  moved: 'er ikke sammen med noen av dem slik det står nå.',
};

export const reasonSentence = (reason: Reason, name: string): string => {
  const words = reasonWords[reason];
  return /^[A-ZÆØÅ]/.test(words) ? `${name}: ${words}` : `${name} ${words}`;
};

const aimWords: Readonly<Record<StageName, string>> = {
  without: 'hvor mange som er uten noen de har ønsket seg',
  mutual: 'gjensidige ønsker',
  wishesOfUnchosen: 'ønskene til dem ingen har valgt',
  wishesOfChosenOnce: 'ønskene til dem én har valgt',
  wishesOfChosenTwice: 'ønskene til dem to har valgt',
  wishesOfOthers: 'ønskene til de andre',
  repeats: 'hvor mange som har vært sammen før',
};

/** How the arrangement stands beside the proposal it came from. */
export const besideProposal = (
  difference: { readonly stage: StageName; readonly better: boolean } | null,
): string =>
  difference === null
    ? 'Slik det står nå, er det like godt som forslaget.'
    : `Slik det står nå, er det ${difference.better ? 'bedre' : 'dårligere'} enn forslaget når det gjelder ${aimWords[difference.stage]}.`;

/** The one sentence a teacher reads first. */
export const summarySentence = (withWishes: number, without: readonly string[], nameOf: NameOf): string => {
  const [only] = without;
  if (withWishes === 0) return 'Ingen av elevene har ønsker som teller her.';
  if (only === undefined)
    return withWishes === 1
      ? 'Eleven som har ønsket seg noen, er sammen med minst én av dem.'
      : `Alle ${withWishes} som har ønsket seg noen, er sammen med minst én av dem.`;
  if (without.length > 1)
    return `${without.length} av ${withWishes} er ikke sammen med noen de har ønsket seg: ${listed(without.map(nameOf))}.`;
  return (
    `${nameOf(only)} er ikke sammen med noen eleven har ønsket seg.` +
    (withWishes > 2 ? ` Alle de andre ${withWishes - 1} er det.` : '')
  );
};
