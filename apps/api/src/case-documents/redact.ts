import type { Mention } from './find-names.ts';

/** What a person decided of one place in a text. */
export type Decision = { readonly from: number; readonly to: number; readonly show: boolean };

export type Review = {
  /** Whether somebody has read the whole text; without that nothing of it is printed. */
  readonly read: boolean;
  /** For places that were found, and places the reader marked. */
  readonly decisions: readonly Decision[];
};

/** Stands in the document where a name was. */
export const MASK = '[annen elev]';

type Piece = { readonly text: string; readonly masked: boolean };

const isShown = (place: Mention, decisions: readonly Decision[]): boolean =>
  decisions.some(({ from, to, show }) => show && from === place.from && to === place.to);

/** The text in pieces: what is masked, and what stands. What nobody decided is masked; what anybody masked is, whatever else was decided. */
export const piecesOf = (
  text: string,
  mentions: readonly Mention[],
  decisions: readonly Decision[],
): readonly Piece[] => {
  const masked = [
    ...mentions.filter((mention) => !isShown(mention, decisions)),
    ...decisions.filter(({ show }) => !show),
  ].toSorted((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of masked) {
    if (to <= at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), masked: false });
    const last = pieces.at(-1);
    if (last?.masked === true) pieces[pieces.length - 1] = { ...last, text: last.text + text.slice(at, to) };
    else pieces.push({ text: text.slice(Math.max(at, from), to), masked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), masked: false });
  return pieces;
};

/** The text as the party reads it. Throws when nobody has read it first. */
export const redacted = (text: string, mentions: readonly Mention[], review: Review): string => {
  if (!review.read) throw new Error('This text has not been read by anybody.');
  return piecesOf(text, mentions, review.decisions)
    .map((piece) => (piece.masked ? MASK : piece.text))
    .join('');
};
