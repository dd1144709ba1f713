import type {
  BeforeAndAfter,
  ClassMeasure,
  EffectOfClass,
  EffectOfPupil,
  MeasureKind,
} from '@samhold/contract';
import { longDate } from '#lib/format/dates.ts';
import { oneDecimal } from '#lib/format/numbers.ts';

export const kindNames: Readonly<Record<MeasureKind, string>> = {
  learning_partners: 'Læringspartnere',
  play_groups: 'Lekegrupper',
  adult_led_activity: 'Voksenstyrt aktivitet',
  seating: 'Plasser i klasserommet',
  groups: 'Grupper',
  class_rules: 'Klasseregler og klassesamtaler',
  other: 'Noe annet',
};

export const daysOf = ({ fromOn, toOn }: Pick<ClassMeasure, 'fromOn' | 'toOn'>): string =>
  toOn === null ? `Fra ${longDate(fromOn)}` : `${longDate(fromOn)} til ${longDate(toOn)}`;

type Difference = NonNullable<EffectOfPupil['choices'][number]['received']>;

const moreOrFewer = (change: number): string => {
  const count = Math.round(change);
  if (count === 0) return 'ingen forskjell';
  const words = Math.abs(count) === 1 ? 'én' : String(Math.abs(count));
  return count > 0 ? `${words} flere` : `${words} færre`;
};

/** How far apart two counts of the same ones may lie, in whole ones, as the sentence after them. */
export const spanWords = ({ n, low, high }: Pick<Difference, 'n' | 'low' | 'high'>): string =>
  `Med så få svar er forskjellen usikker: fra ${moreOrFewer(low * n)} til ${moreOrFewer(high * n)}.`;

const count = (share: number, n: number): number => Math.round(share * n);

export const receivedWords = (received: Difference | null): string => {
  if (received === null) return 'Ingen som kunne velge eleven, svarte begge gangene.';
  const { n, before, after } = received;
  return `Av ${n} som kunne velge eleven og svarte begge ganger, valgte ${count(before, n)} eleven før og ${count(after, n)} etter.`;
};

export const mutualWords = (ties: EffectOfPupil['choices'][number]['mutual']): string => {
  if (ties === null) return 'Gjensidige valg er ukjent, for eleven svarte ikke begge gangene.';
  const { kept, lost, begun } = ties;
  return `Gjensidige valg: ${kept} beholdt, ${lost} borte, ${begun} ${begun === 1 ? 'nytt' : 'nye'}.`;
};

export const shareWords = (what: string, difference: Difference | null): string => {
  if (difference === null) return 'Ingen svarte begge gangene.';
  const { n, before, after } = difference;
  return `${what}: ${count(before, n)} av ${n} før, ${count(after, n)} av ${n} etter.`;
};

const signed = (value: number): string => (value > 0 ? `+${oneDecimal(value)}` : oneDecimal(value));

/** «−0,7 til +0,5», or a dash where so few answered that it is not known. */
export const differenceWords = ({
  low,
  high,
}: Pick<EffectOfClass['themes'][number], 'low' | 'high'>): string =>
  low === null || high === null ? '–' : `${signed(low)} til ${signed(high)}`;

/** What there is to compare, and when there is more. */
export const aroundWords = (name: string, { before, after }: BeforeAndAfter['sociogram']): string => {
  const held = (one: NonNullable<typeof before>): string =>
    `${longDate(one.day)} (${one.responded} av ${one.listed} svarte)`;
  if (before === null) return `${name}: ingen gjennomføring før tiltaket begynte.`;
  if (after === null)
    return `${name}: før er ${held(before)}. Etter kommer med den første runden når tiltaket har gått i fire uker.`;
  return `${name}: ${held(before)} og ${held(after)}.`;
};
