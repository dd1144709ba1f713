import type { ClassSignalList, SignalState, SignalView } from '@samhold/contract';
import { decimal, percent } from '../format/numbers.ts';

const states: Readonly<Record<SignalState, string>> = {
  new: 'Ikke sett på ennå',
  being_verified: 'Under oppfølging',
  confirmed: 'Stemmer med det vi ser',
  not_confirmed: 'Stemmer ikke med det vi ser',
  already_followed_up: 'Følges opp fra før',
};

export const stateWords = (state: SignalState): string => states[state];

/** The states a teacher can choose between, in the order of the form. */
export const verifiedStates = [
  'being_verified',
  'confirmed',
  'not_confirmed',
  'already_followed_up',
] as const;

export const levelWords = (level: SignalView['level']): string =>
  level === 'look-closer-soon' ? 'Se nærmere på dette snart' : 'Se nærmere på dette';

type RoundLine = ClassSignalList['rounds'][number];

/** What a round gave, against what chance alone would have given a class like this one. */
export const roundWords = ({ found, expectedByChance, notComputed, participation }: RoundLine): string => {
  if (notComputed === 'low-participation') {
    return `Bare ${percent(participation)} svarte. Det er for få til å lete etter tegn uten å ta feil.`;
  }
  if (notComputed === 'small-class') return 'Klassen er for liten til å skille tegn fra tilfeldigheter.';
  const count = found === 0 ? 'Ingen tegn' : `${found} tegn`;
  if (typeof expectedByChance !== 'number') return `${count}; ${percent(participation)} svarte.`;
  return `${count}; ved ren tilfeldighet ville en slik klasse gitt omtrent ${decimal(expectedByChance)}. ${percent(participation)} svarte.`;
};

/** Somebody has still to see for themselves, and the figures still say so. */
export const isWaiting = ({ noLongerAt, state }: Pick<SignalView, 'noLongerAt' | 'state'>): boolean =>
  noLongerAt === null && (state === 'new' || state === 'being_verified');

/** Those still waiting first, the urgent ones before the others, then the newest; what waits of one pupil stands together. Nothing is left out. */
export const inOrderOfNeed = (signals: readonly SignalView[]): readonly SignalView[] => {
  const need = (signal: SignalView) =>
    (isWaiting(signal) ? 0 : 2) + (signal.level === 'look-closer-soon' ? 0 : 1);
  const sorted = signals.toSorted((a, b) => need(a) - need(b) || b.createdAt.localeCompare(a.createdAt));
  const together = Map.groupBy(sorted, (one) => `${isWaiting(one)} ${one.pupil.pupilId}`);
  return [...together.values()].flat();
};
