import type { ClassWellbeing } from '@samhold/contract';
import { counted, decimal } from '#lib/format/numbers.ts';

type Theme = ClassWellbeing['themes'][number];
type Change = Theme['change'];

/** What is marked of a change: only one that holds when the whole table is looked at. Null when nothing is. */
export const changeSeen = (change: Change): string | null => {
  if (change === null || !change.seen) return null;
  const way = change.now > change.before ? 'Opp' : 'Ned';
  return `${way} siden forrige runde: ${decimal(change.before)} før, ${decimal(change.now)} nå`;
};

/** What a theme's dots show: the mean now, and beside it the round before. */
export const themeSeen = ({ rounds }: Theme): string => {
  const now = rounds.at(-1);
  if (now?.mean === undefined || now.mean === null) return 'Ingen har svart på dette i runden.';
  const before = rounds.at(-2)?.mean ?? null;
  const earlier = before === null ? '' : `, ${decimal(before)} i runden før`;
  return `Snittet er ${decimal(now.mean)} av 5${earlier}.`;
};

export const intervalWords = ({ low, high }: Theme['rounds'][number]): string =>
  low === null || high === null ? 'for få svar' : `${decimal(low)} til ${decimal(high)}`;

/** The answers a theme's newest mean rests on. */
export const themeBasis = ({ rounds }: Theme): string => counted(rounds.at(-1)?.n ?? 0, 'svar', 'svar');

/** Whether what was asked before can be compared, and on what change is judged. */
export const comparedWith = ({ before }: Pick<ClassWellbeing, 'before'>): string => {
  if (before === null) return 'Dette er klassens første runde, så det er ingenting å sammenligne med ennå.';
  const other =
    before.notCompared === 0
      ? ''
      : ` ${counted(before.notCompared, 'spørsmål', 'spørsmål')} er nye eller endret siden da, og er ikke sammenlignet.`;
  return `Endringer er regnet fra ${before.name}, for elevene som svarte begge ganger. De er merket bare når de står seg etter at alle spørsmålene er sett under ett.${other}`;
};
