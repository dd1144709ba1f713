import type { DocumentField, DocumentSection } from '@samhold/contract';
import type { NameFinder } from './find-names.ts';
import { redacted, type Review } from './redact.ts';
import type { Section } from './sections.ts';
import type { WrittenField } from './what-is-told.ts';

/** What was decided of each text of a document, by the text's key. */
export type Reviews = Readonly<Record<string, Review>>;

const unread: Review = { read: false, decisions: [] };

/** Parties of a document, and whose names may stand in it. */
export const namesFor = (
  pupilId: string,
  names: ReadonlyMap<string, string>,
  pupilIds: readonly string[],
  staffIds: readonly string[],
) => {
  const of = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
  return {
    others: of(pupilIds.filter((id) => id !== pupilId)),
    mayStand: of([pupilId, ...staffIds]),
    mayStandWhole: of(staffIds),
  };
};

/** The document as whoever reviews it sees it: each text with the places to look at and what was decided. */
export const toReview = (
  sections: readonly Section[],
  find: NameFinder,
  reviews: Reviews,
): readonly DocumentSection[] => {
  const shown = (field: WrittenField): DocumentField => {
    const { read, decisions } = reviews[field.key] ?? unread;
    return { ...field, mentions: [...find(field.text)], read, decisions: [...decisions] };
  };
  return sections.map(({ heading, aside, fields, measures }) => ({
    heading,
    aside,
    fields: fields.map(shown),
    measures: measures.map((measure) => ({ ...measure, what: shown(measure.what) })),
  }));
};

/** The keys of texts nobody has read. */
export const notRead = (fields: readonly WrittenField[], reviews: Reviews): readonly string[] =>
  fields.filter(({ key }) => reviews[key]?.read !== true).map(({ key }) => key);

/** The document as the party reads it. Throws when a text of it has not been read. */
export const asPartyReads = (
  sections: readonly Section[],
  find: NameFinder,
  reviews: Reviews,
): readonly Section[] => {
  const masked = (field: WrittenField): WrittenField => ({
    ...field,
    text: redacted(field.text, find(field.text), reviews[field.key] ?? unread),
  });
  return sections.map((section) => ({
    ...section,
    fields: section.fields.map(masked),
    measures: section.measures.map((measure) => ({ ...measure, what: masked(measure.what) })),
  }));
};
