import type { PupilForm } from '@samhold/contract';
import { allQuestionnaires, type Questionnaire } from '@samhold/survey';
import { describe, expect, it } from 'vitest';
import { formFaults } from './form-faults.ts';

const formOf = (questionnaire: unknown, criteria: readonly string[] = ['recess', 'work']): PupilForm =>
  // Only what is looked at.
  ({ questionnaire, settings: { criteria, maxChoices: 3 } }) as unknown as PupilForm;

const byKind = (kind: Questionnaire['kind']): Questionnaire => {
  const found = allQuestionnaires.find((doc) => doc.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const wellbeing = byKind('wellbeing');
const sociogram = byKind('sociogram');

const withItem = (doc: Questionnaire, at: number, patch: object) => ({
  ...doc,
  items: doc.items.map((item, i) => (i === at ? { ...item, ...patch } : item)),
});
/** The scale of the first question, with its first option changed. */
const withOption = (patch: object) => {
  const [first] = wellbeing.items;
  const scaleId = first?.type === 'choice' ? first.scaleId : '';
  const scale = wellbeing.scales[scaleId];
  const options = scale?.options.map((option, i) => (i === 0 ? { ...option, ...patch } : option));
  return { ...wellbeing, scales: { ...wellbeing.scales, [scaleId]: { ...scale, options } } };
};
const sameScale = wellbeing.items.flatMap((item, at) => {
  const [first] = wellbeing.items;
  return item.type === 'choice' && first?.type === 'choice' && item.scaleId === first.scaleId ? [at + 1] : [];
});

describe('what keeps the tablet from showing a form', () => {
  it.each(allQuestionnaires.map((doc) => [doc.id, doc] as const))('is nothing in %s', (_id, doc) => {
    const criteria = doc.items.flatMap((item) => (item.type === 'nomination' ? [item.criterionId] : []));
    expect(formFaults(formOf(doc, criteria))).toEqual([]);
  });

  it('is a question without text, by its number', () => {
    expect(formFaults(formOf(withItem(wellbeing, 3, { text: { en: 'Only English' } })))).toEqual([
      { number: 4, code: 'no_text' },
    ]);
  });

  it('is a type of question that came after these pages', () => {
    expect(formFaults(formOf(withItem(wellbeing, 1, { type: 'drawing' })))).toEqual([
      { number: 2, code: 'unknown_item_type' },
    ]);
  });

  it('is a scale that is not there', () => {
    expect(formFaults(formOf(withItem(wellbeing, 0, { scaleId: 'gone' })))).toEqual([
      { number: 1, code: 'no_options' },
    ]);
  });

  it('is an option without text or drawing, at each question that has it', () => {
    const codesOf = (patch: object) => formFaults(formOf(withOption(patch)));
    expect(codesOf({ text: {} })).toEqual(
      sameScale.map((number) => ({ number, code: 'option_without_text' })),
    );
    expect(codesOf({ symbol: 'toString' })).toEqual(
      sameScale.map((number) => ({ number, code: 'unknown_symbol' })),
    );
  });

  it('is that the round asks nothing, but not what the round leaves out', () => {
    expect(formFaults(formOf(sociogram, []))).toEqual([{ number: null, code: 'nothing_asked' }]);
    const other = sociogram.items.findIndex(
      (item) => item.type === 'nomination' && item.criterionId === 'work',
    );
    expect(formFaults(formOf(withItem(sociogram, other, { text: {} }), ['recess']))).toEqual([]);
  });

  it.each([[null], ['<html>'], [{}], [{ items: [null], scales: {} }], [{ items: [{ type: 'choice' }] }]])(
    'is that %j is no questionnaire',
    (came) => {
      expect(formFaults(formOf(came))).toEqual([{ number: null, code: 'unreadable' }]);
    },
  );
});
