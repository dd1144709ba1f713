import { describe, expect, it } from 'vitest';
import { adviseQuestionnaire } from '../advise-questionnaire.ts';
import { allQuestionnaires } from '../catalogue.ts';
import { criterionIn } from '../criteria.ts';
import { sociogram5To7 } from '../documents/sociogram-5-7.ts';
import { wellbeing1To4 } from '../documents/wellbeing-1-4.ts';
import { textIn } from '../language.ts';
import { validateResponse } from '../validate-response.ts';
import type { OwnChoice, OwnEntry, OwnNomination } from './own-entries.ts';
import { ownProblems } from './own-problems.ts';
import { ownQuestionnaire, standardEntries } from './own-questionnaire.ts';

const shared = { key: 'k1', readThrough: true, goOnWith: [] } as const;
const bus: OwnChoice = {
  ...shared,
  type: 'choice',
  text: { nb: 'Har du det bra på skolebussen?' },
  scaleId: 'sometimes',
  theme: 'safety',
  sensitive: false,
};
const ball: OwnNomination = {
  ...shared,
  type: 'nomination',
  text: { nb: 'Hvem liker du å spille ball med?' },
  title: 'Spille ball',
  maxChoices: 2,
};

/** The product's items with one left out and the school's in its place. */
const withOwn = (own: OwnChoice, out = 'w14-fun'): readonly OwnEntry[] =>
  standardEntries(wellbeing1To4).map((entry) =>
    'standard' in entry && entry.standard === out ? { own } : entry,
  );
const withCriterion = (own: OwnNomination): readonly OwnEntry[] => [
  ...standardEntries(sociogram5To7),
  { own },
];
const codes = (entries: readonly OwnEntry[], standard = wellbeing1To4) =>
  ownProblems(standard, entries).refused.map(({ code }) => code);
const noProblems = { refused: [], advice: [], unread: [] };

describe('a school’s own questionnaire', () => {
  it('may hold the product’s items and its own, written in bokmål alone', () => {
    expect(ownProblems(wellbeing1To4, withOwn(bus))).toEqual(noProblems);
    expect(ownProblems(sociogram5To7, withCriterion(ball))).toEqual(noProblems);
    for (const standard of allQuestionnaires)
      expect(ownProblems(standard, standardEntries(standard))).toEqual(noProblems);
  });

  it('keeps the comparison core and the closing item', () => {
    expect(codes(withOwn(bus, 'w14-company'))).toContain('not_comparison_core');
    expect(codes(withOwn(bus, 'w14-closing'))).toContain('not_comparison_core');
  });

  it('does not grow: one more item than the product’s is too many', () => {
    expect(
      codes([...standardEntries(wellbeing1To4).slice(0, -1), { own: bus }, { standard: 'w14-closing' }]),
    ).toEqual(['wrong_item_count']);
    const third = [ball, { ...ball, key: 'k2', text: { nb: 'Hvem vil du gjerne tegne med?' } }];
    const one = { ...ball, key: 'k3', text: { nb: 'Hvem vil du gjerne synge med?' } };
    const entries = [...withCriterion(ball), ...[...third.slice(1), one].map((own) => ({ own }))];
    expect(codes(entries, sociogram5To7)).toContain('too_many_own');
  });

  it.each([
    ['a scale that is not there', { scaleId: 'often' }, 'unknown_scale'],
    ['the options of the closing item', { scaleId: 'likes' }, 'unknown_scale'],
    ['the theme of bullying', { theme: 'bullying' }, 'unknown_theme'],
    ['no text', { text: { nb: '  ', nn: 'Korleis går det?' } }, 'missing_text'],
    ['the same text as another', { text: { nb: 'Føler du deg trygg på skolen?' } }, 'duplicate_text'],
    ['a promise', { text: { nb: 'Er det fint å svare anonymt?' } }, 'forbidden_word'],
    ['a raised voice', { text: { nb: 'Er det fint her!' } }, 'exclamation_mark'],
    ['far too much', { text: { nb: 'å'.repeat(91) } }, 'text_too_long'],
  ] as const)('is refused with %s', (_what, patch, code) => {
    expect(codes(withOwn({ ...bus, ...patch }))).toContain(code);
  });

  it('takes no item of the other kind, and no criterion without a name for staff', () => {
    expect(codes([...standardEntries(sociogram5To7), { own: bus }], sociogram5To7)).toContain(
      'wrong_item_type',
    );
    expect(codes(withCriterion({ ...ball, title: ' ' }), sociogram5To7)).toContain('missing_text');
  });

  it('waits for advice that nobody has looked over, and goes on with what somebody has', () => {
    const long = { ...bus, text: { nb: 'Har du det bra på skolebussen, og har du noen å sitte med der?' } };
    const found = ownProblems(wellbeing1To4, withOwn(long)).advice.map(({ code }) => code);
    expect(found).toEqual(['long_sentence', 'joins_questions']);
    const seen = { ...long, goOnWith: ['long_sentence', 'joins_questions'] as const };
    expect(ownProblems(wellbeing1To4, withOwn(seen))).toEqual(noProblems);
  });

  it('waits for an item that nobody has read through', () => {
    expect(ownProblems(wellbeing1To4, withOwn({ ...bus, readThrough: false })).unread).toEqual(['k1']);
  });

  it('shows bokmål where a language is missing, has only the scales it uses, and names its own criteria', () => {
    const doc = ownQuestionnaire(wellbeing1To4, 3, withOwn(bus), () => 'own-1');
    expect(doc).toMatchObject({ id: 'own-wellbeing-1-4', version: 3 });
    expect(Object.keys(doc.scales)).not.toContain('fun');
    const item = doc.items.find(({ id }) => id === 'own-1');
    expect(textIn(item?.text ?? {}, 'nn')).toEqual({ language: 'nb', text: bus.text.nb });
    // What other schools are not asked is nothing to compare with them by.
    expect(item).toMatchObject({ own: true, comparisonCore: false });
    const asked = ownQuestionnaire(sociogram5To7, 1, withCriterion(ball), () => 'own-2');
    expect(criterionIn(asked, 'own-2')?.phrase.nb).toBe('på «Spille ball»');
    expect(criterionIn(asked, 'work')?.title.nb).toBe('Samarbeid');
    expect(criterionIn(asked, 'own-3')).toBeUndefined();
  });

  it('holds a criterion to its own number of choices', () => {
    const doc = ownQuestionnaire(sociogram5To7, 1, withCriterion(ball), () => 'own-2');
    const context = { pupilId: 'p', rosterIds: new Set(['a', 'b', 'c']), maxChoices: 3, criteria: ['own-2'] };
    const chosen = (pupilIds: string[]) =>
      validateResponse(doc, context, { answers: [{ itemId: 'own-2', type: 'choices', pupilIds }] });
    expect(chosen(['a', 'b'])).toEqual([]);
    expect(chosen(['a', 'b', 'c'])).toEqual([{ code: 'too_many_choices', itemId: 'own-2' }]);
  });
});

describe('advice', () => {
  it('has nothing to say about the product’s own items', () => {
    for (const doc of allQuestionnaires) expect(adviseQuestionnaire(doc)).toEqual([]);
  });

  it.each([
    ['no_question', 'Fortell om friminuttet.'],
    ['long_word', 'Har du medbestemmelsesrett?'],
    ['denies_twice', 'Har du aldri ingen å leke med?'],
    ['treatment_on_ground', 'Har noen mobbet deg på grunn av religionen din?'],
  ] as const)('gives %s', (code, nb) => {
    const doc = ownQuestionnaire(wellbeing1To4, 1, withOwn({ ...bus, text: { nb } }), ({ key }) => key);
    expect(adviseQuestionnaire(doc).map((one) => one.code)).toEqual([code]);
  });

  it.each([
    ['asks_not_whom', 'Liker du å spille ball?'],
    ['ranks_pupils', 'Hvem er flinkest i ball?'],
  ] as const)('gives %s on a criterion', (code, nb) => {
    const doc = ownQuestionnaire(
      sociogram5To7,
      1,
      withCriterion({ ...ball, text: { nb } }),
      ({ key }) => key,
    );
    expect(adviseQuestionnaire(doc).map((one) => one.code)).toEqual([code]);
  });
});
