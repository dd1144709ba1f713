import type { CalendarFilePreview, CalendarFileReceipt } from '@samhold/contract';

/** What of the file is not in the list, and why. */
export const ignoredSentences = ({ ignored }: CalendarFilePreview): readonly string[] => [
  ...(ignored.outsideYear > 0 ? [`Utenfor skoleåret, ikke tatt med: ${ignored.outsideYear}.`] : []),
  ...(ignored.partOfDay > 0 ? [`Varer bare en del av dagen, ikke tatt med: ${ignored.partOfDay}.`] : []),
  ...(ignored.cancelled > 0 ? [`Avlyst i kalenderen, ikke tatt med: ${ignored.cancelled}.`] : []),
  ...(ignored.tooMany > 0
    ? [`Filen har mange hendelser. Ikke vist: ${ignored.tooMany}. De som ligner fridager, vises først.`]
    : []),
];

export const receiptSentence = ({ added, unchanged, removed }: CalendarFileReceipt): string =>
  [
    added === 0 ? 'Ingen nye fridager ble lagt til.' : `Lagt til: ${added}.`,
    ...(unchanged > 0 ? [`Var fri fra før: ${unchanged}.`] : []),
    ...(removed > 0 ? [`Tatt bort fra malen: ${removed}.`] : []),
  ].join(' ');
