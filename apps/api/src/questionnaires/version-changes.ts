import canonicalize from 'canonicalize';
import type { QuestionnaireList } from '@samhold/contract';
import { textIn, type Item, type Questionnaire } from '@samhold/survey';

type Change = QuestionnaireList['questionnaires'][number]['versions'][number]['changes'][number];

const textOf = (item: Item): string => textIn(item.text, 'nb').text;

/** The ids in their order that no other order could keep more of: those not among them have moved. */
const kept = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const places = after.map((id) => before.indexOf(id));
  const longest: (readonly number[])[] = [];
  places.forEach((place, at) => {
    const behind = places
      .slice(0, at)
      .flatMap((other, k) => (other < place ? [longest[k] ?? []] : []))
      .reduce<readonly number[]>((best, one) => (one.length > best.length ? one : best), []);
    longest.push([...behind, at]);
  });
  const best = longest.reduce((most, one) => (one.length > most.length ? one : most), []);
  return new Set(best.map((at) => after[at] ?? ''));
};

/** What an item is beside its place. Its wording is part of its id: worded anew, it is another item. */
const contentOf = (item: Item): string => canonicalize(item) ?? '';

/** What one version asks otherwise than the one before. */
export const versionChanges = (before: Questionnaire, after: Questionnaire): Change[] => {
  const earlier = new Map(before.items.map((item) => [item.id, item]));
  const later = new Map(after.items.map((item) => [item.id, item]));
  const both = after.items.filter(({ id }) => earlier.has(id));
  const inOrder = kept(
    before.items.map(({ id }) => id).filter((id) => later.has(id)),
    both.map(({ id }) => id),
  );
  const list = (change: Change['change'], items: readonly Item[]): Change[] =>
    items.map((item) => ({ change, text: textOf(item) }));
  return [
    ...list(
      'added',
      after.items.filter(({ id }) => !earlier.has(id)),
    ),
    ...list(
      'removed',
      before.items.filter(({ id }) => !later.has(id)),
    ),
    ...list(
      'changed',
      both.filter((item) => contentOf(item) !== contentOf(earlier.get(item.id) ?? item)),
    ),
    ...list(
      'moved',
      both.filter(({ id }) => !inOrder.has(id)),
    ),
  ];
};
