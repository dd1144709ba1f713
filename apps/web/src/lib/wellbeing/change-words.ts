import type { ClassWellbeing } from '@samhold/contract';
import { counted, decimal, percent } from '#lib/format/numbers.ts';

type Theme = ClassWellbeing['themes'][number];
type Item = ClassWellbeing['items'][number];
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

/** How the answers to an item lie, for the table of it; null when nobody answered on the scale. */
export const spreadWords = ({ mean, median, sd, shareLow }: Item): string | null => {
  if (mean === null || median === null || shareLow === null) return null;
  const spread = sd === null ? '' : ` Standardavviket er ${decimal(sd)}.`;
  return `Snittet er ${decimal(mean)} av 5, det midterste svaret ${decimal(median)}. ${percent(shareLow)} av svarene er blant de laveste.${spread}`;
};

/** How many say they are bullied, counted as in Elevundersøkelsen; null for another item, or without answers. */
export const bulliedWords = ({ bullied, answered }: Item): string | null =>
  bullied === null || answered === 0
    ? null
    : `${bullied.count} av ${answered} svarer «${bullied.from}» eller oftere.`;

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
  const compared = before.paired
    ? 'for elevene som svarte begge ganger'
    : 'for alle som svarte, siden svarene til den enkelte fra den gangen er slettet';
  return `Endringer er regnet fra ${before.name}, ${compared}. De er merket bare når de står seg etter at alle spørsmålene er sett under ett.${other}`;
};
