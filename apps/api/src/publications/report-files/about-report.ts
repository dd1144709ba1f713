import type { Report } from '@samhold/contract';
import { writtenDay } from '../../calendar-days.ts';

/** What a reader must know to read the figures, the same in every file. */
export const aboutReport = ({ publishedOn, thresholds, rounds }: Report): readonly string[] => [
  ...(publishedOn === null ? [] : [`Publisert ${writtenDay(publishedOn)}. Tallene endrer seg ikke etterpå.`]),
  `Grupper med færre enn ${thresholds.smallestGroup} elever vises ikke. For de mest følsomme spørsmålene er grensen ${thresholds.smallestGroupSensitive}.`,
  ...(rounds.some(({ tables }) => tables.some(({ themes }) => themes.length > 0))
    ? ['Andelen for et helt tema er rundet av til nærmeste 5 prosent.']
    : []),
  'Der det står «skjermet», er tallet holdt tilbake av hensyn til personvern. Det sier ingenting om hvordan elevene har det.',
];
