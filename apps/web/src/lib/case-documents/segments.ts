import type { DocumentField } from '@samhold/contract';

type Decision = DocumentField['decisions'][number];
type Mention = DocumentField['mentions'][number];

export type Segment =
  | { readonly kind: 'plain'; readonly from: number; readonly text: string }
  | {
      readonly kind: 'found';
      readonly from: number;
      readonly text: string;
      readonly mention: Mention;
      readonly shown: boolean;
    }
  | { readonly kind: 'marked'; readonly from: number; readonly text: string; readonly decision: Decision };

const same = (one: { readonly from: number; readonly to: number }, other: typeof one): boolean =>
  one.from === other.from && one.to === other.to;

const overlaps = (one: { readonly from: number; readonly to: number }, other: typeof one): boolean =>
  one.from < other.to && other.from < one.to;

type Places = Pick<DocumentField, 'text' | 'mentions' | 'decisions'>;

/** A text in the pieces a reviewer sees: what stands, the places that were found, and those the reviewer marked. Together they are the text. */
export const segmentsOf = ({ text, mentions, decisions }: Places): readonly Segment[] => {
  const marked = decisions.filter(({ show }) => !show);
  const found = mentions
    .filter((mention) => !marked.some((one) => overlaps(one, mention)))
    .map((mention) => ({ ...mention, mention, decision: undefined }));
  const places = [
    ...found,
    ...marked.map((decision) => ({ ...decision, mention: undefined, decision })),
  ].toSorted((a, b) => a.from - b.from);
  const segments: Segment[] = [];
  let at = 0;
  for (const { from, to, mention, decision } of places) {
    if (from < at) continue;
    if (from > at) segments.push({ kind: 'plain', from: at, text: text.slice(at, from) });
    const piece = { from, text: text.slice(from, to) };
    if (mention !== undefined)
      segments.push({
        kind: 'found',
        ...piece,
        mention,
        shown: decisions.some((one) => one.show && same(one, mention)),
      });
    else segments.push({ kind: 'marked', ...piece, decision });
    at = to;
  }
  if (at < text.length) segments.push({ kind: 'plain', from: at, text: text.slice(at) });
  return segments;
};

/** The other way round for a place that was found: masked until somebody lets it stand. */
export const toggled = (decisions: readonly Decision[], { from, to }: Mention): Decision[] => {
  const rest = decisions.filter((one) => !same(one, { from, to }));
  return rest.length === decisions.length ? [...rest, { from, to, show: true }] : rest;
};

/** Without a place the reviewer had marked. */
export const unmarked = (decisions: readonly Decision[], gone: Decision): Decision[] =>
  decisions.filter((one) => one !== gone);

/** Masks some words wherever they stand in the text, in any case of letters. Null when they stand nowhere. */
export const marking = (
  { text, decisions }: Pick<DocumentField, 'text' | 'decisions'>,
  words: string,
): Decision[] | null => {
  const wanted = words.trim().toLocaleLowerCase('nb');
  if (wanted === '') return null;
  const inText = text.toLocaleLowerCase('nb');
  const added: Decision[] = [];
  for (let from = inText.indexOf(wanted); from !== -1; from = inText.indexOf(wanted, from + wanted.length))
    added.push({ from, to: from + wanted.length, show: false });
  if (added.length === 0) return null;
  return [...decisions.filter((one) => !added.some((place) => overlaps(place, one))), ...added];
};
