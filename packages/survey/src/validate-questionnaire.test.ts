import { describe, expect, it } from 'vitest';
import { sociogram5To7 } from './documents/sociogram-5-7.ts';
import { wellbeing5To7 } from './documents/wellbeing-5-7.ts';
import type { Item, Questionnaire } from './questionnaire.ts';
import { problemCodes, type ProblemCode } from './rules/problem.ts';
import { validateQuestionnaire } from './validate-questionnaire.ts';

type Change = (doc: Questionnaire) => object;

/** The document with changes that its type may refuse, as one read from storage could hold; hence the cast. */
const changed = (doc: Questionnaire, change: Change): Questionnaire =>
  ({ ...doc, ...change(doc) }) as Questionnaire;

const inItem =
  (id: string, patch: object): Change =>
  (doc) => {
    if (!doc.items.some((item) => item.id === id)) throw new Error(`no item ${id}`);
    return { items: doc.items.map((item) => (item.id === id ? { ...item, ...patch } : item)) };
  };

const inScale =
  (id: string, patch: object): Change =>
  (doc) => ({ scales: { ...doc.scales, [id]: { ...doc.scales[id], ...patch } } });

const inOption =
  (scaleId: string, position: number, patch: object): Change =>
  (doc) => {
    const options = doc.scales[scaleId]?.options ?? [];
    return inScale(scaleId, {
      options: options.map((option, at) => (at === position ? { ...option, ...patch } : option)),
    })(doc);
  };

const inItems =
  (change: (items: readonly Item[]) => readonly unknown[]): Change =>
  (doc) => ({ items: change(doc.items) });

const found = (id: string): Item => {
  const item = wellbeing5To7.items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
};

const oneMore = {
  ...found('w57-quiet'),
  id: 'w57-more',
  text: { nb: 'Finner du fram her?', nn: 'Finn du fram her?', en: 'Can you find your way here?' },
};
const scored = (doc: Questionnaire): object =>
  inScale('frequency', {
    options: doc.scales['frequency']?.options.map((option, at) => ({ ...option, score: 5 - at })),
  })(doc);
const always = { nb: 'Aldri ', nn: 'Alltid', en: 'Always' };
const spoken = { nb: 'Er du trygg her?', nn: 'Er du trygg her?' };
const avoided = { nn: 'Kven vil du jobbe med?', en: 'Who would you work with?' };
const ownAges = { from: 11, to: 13 };
const neverThreshold = { by: 'pupils', thresholdOptionId: 'never' };

const wellbeingFaults: readonly (readonly [ProblemCode, Change])[] = [
  ['bad_version', () => ({ version: 0 })],
  ['duplicate_item_id', inItem('w57-quiet', { id: 'w57-mastery' })],
  ['scale_key_mismatch', inScale('often', { id: 'seldom' })],
  ['unused_scale', inItem('w57-tell', { scaleId: 'often' })],
  ['unknown_scale', inItem('w57-mastery', { scaleId: 'toString' })],
  ['duplicate_option_id', inOption('often', 1, { id: 'always' })],
  ['wrong_option_count', inScale('often', { options: wellbeing5To7.scales['often']?.options.slice(1) })],
  ['partly_scored', inOption('often', 4, { score: null })],
  ['score_out_of_range', inOption('often', 0, { score: 6 })],
  ['duplicate_score', inOption('often', 0, { score: 4 })],
  ['unknown_symbol', inOption('often', 0, { symbol: 'face-sad' })],
  ['duplicate_symbol', inOption('often', 0, { symbol: 'steps-3' })],
  ['missing_text', inItem('w57-safe', { text: { ...found('w57-safe').text, nn: ' ' } })],
  ['missing_read_aloud', inItem('w57-safe', { readAloud: spoken })],
  ['text_too_long', inOption('often', 0, { text: { ...always, nb: 'Alltid', en: 'x'.repeat(33) } })],
  ['forbidden_word', (doc) => ({ title: { ...doc.title, nb: 'En Anonym undersøkelse' } })],
  ['exclamation_mark', (doc) => ({ title: { ...doc.title, so: 'Fadlan!' } })],
  ['duplicate_text', inOption('often', 0, { text: always })],
  ['unknown_theme', inItem('w57-quiet', { theme: 'weather' })],
  ['wrong_item_type', inItems((items) => items.toSpliced(10, 1, ...sociogram5To7.items.slice(0, 1)))],
  ['wrong_item_count', inItems((items) => items.toSpliced(1, 0, oneMore))],
  ['global_item_not_first', inItem('w57-now', { theme: 'recess' })],
  ['closing_item_not_last', inItems((items) => [...items.slice(0, -2), ...items.slice(-2).toReversed()])],
  ['companionship_missing', inItem('w57-company', { companionship: undefined })],
  ['safety_missing', inItem('w57-safe', { safety: undefined })],
  ['bullying_missing', inItem('w57-bullied-adults', { bullying: undefined })],
  ['not_comparison_core', inItem('w57-now', { comparisonCore: false })],
  ['not_sensitive', inItem('w57-safe', { sensitive: false })],
  ['bad_threshold_option', inItem('w57-bullied-pupils', { bullying: neverThreshold })],
  ['bullying_scored', scored],
  ['asks_for_name', inItem('w57-quiet', { text: { ...found('w57-quiet').text, nb: 'Hvem bråker mest?' } })],
  ['asks_what_a_child_is', inItem('w57-quiet', { text: { ...found('w57-quiet').text, nb: 'Har du adhd?' } })],
];

const sociogramFaults: readonly (readonly [ProblemCode, Change])[] = [
  ['bad_grades', () => ({ grades: { from: 7, to: 6 } })],
  ['missing_source', inItem('s57-work', { source: '' })],
  ['bad_age_range', inItem('s57-work', { ageRange: ownAges })],
  ['negative_nomination', inItem('s57-work', { direction: 'negative' })],
  ['unknown_criterion', inItem('s57-work', { criterionId: 'avoid' })],
  ['duplicate_criterion', inItem('s57-work', { criterionId: 'recess' })],
  ['too_many_own', inItems((items) => items.map((item) => ({ ...item, own: true })))],
  ['bad_max_choices', inItem('s57-work', { maxChoices: 0 })],
  ['negative_wording', inItem('s57-work', { text: { ...avoided, nb: 'Hvem vil du ikke jobbe med?' } })],
];

/** The same rule broken in another way. */
const furtherFaults: readonly (readonly [ProblemCode, Questionnaire, Change])[] = [
  ['wrong_item_count', sociogram5To7, (): object => ({ items: [], kind: 'sociogram' })],
  ['wrong_item_type', sociogram5To7, inItems((items) => items.with(0, found('w57-now')))],
  ['not_sensitive', sociogram5To7, inItem('s57-work', { sensitive: false })],
  ['not_comparison_core', wellbeing5To7, inItem('w57-bullied-adults', { comparisonCore: false })],
  ['bad_threshold_option', wellbeing5To7, inItem('w57-bullied-pupils', { bullying: { by: 'pupils' } })],
  ['duplicate_text', wellbeing5To7, inItem('w57-rules', { text: found('w57-decide').text })],
  [
    'negative_nomination',
    wellbeing5To7,
    inItems((items) =>
      items.with(9, { ...sociogram5To7.items[0], direction: 'negative' } as unknown as Item),
    ),
  ],
];

const codesOf = (doc: Questionnaire, change: Change): ReadonlySet<ProblemCode> =>
  new Set(validateQuestionnaire(changed(doc, change)).map(({ code }) => code));

describe('validateQuestionnaire', () => {
  it.each(wellbeingFaults)(
    'finds a planted %s in a wellbeing questionnaire, and nothing else',
    (code, change) => {
      expect(codesOf(wellbeing5To7, change)).toEqual(new Set([code]));
    },
  );

  it.each(sociogramFaults)('finds a planted %s in a sociogram, and nothing else', (code, change) => {
    expect(codesOf(sociogram5To7, change)).toEqual(new Set([code]));
  });

  it.each(furtherFaults)('finds %s broken in another way', (code, doc, change) => {
    expect(codesOf(doc, change)).toContain(code);
  });

  it('has a planted fault for every rule', () => {
    const codes = [...wellbeingFaults, ...sociogramFaults].map(([code]) => code);
    expect(codes.toSorted()).toEqual(problemCodes.toSorted());
  });
});
