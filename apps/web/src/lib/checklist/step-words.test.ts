import { checklistSteps, type ChecklistStep } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { stepWords } from './step-words.ts';

const step = (code: ChecklistStep['code'], at: Partial<ChecklistStep> = {}): ChecklistStep => ({
  code,
  done: false,
  optional: false,
  by: 'administrator',
  reached: 0,
  all: 0,
  waiting: [],
  ...at,
});
const said = (code: ChecklistStep['code'], at?: Partial<ChecklistStep>): string =>
  stepWords[code].status(step(code, at)).replaceAll('\u00a0', ' ');

describe('what the checklist says of a step', () => {
  it('is a whole sentence whatever the state', () => {
    for (const code of checklistSteps)
      for (const at of [
        {},
        { done: true, reached: 3, all: 3 },
        { reached: 1, all: 3, waiting: ['1A', '1B'] },
      ])
        expect(said(code, at)).toMatch(/^\p{Lu}?[\p{L}\d].*\.$/u);
  });

  it('names the classes that wait, and counts those beyond the ones listed', () => {
    expect(said('contact_teachers', { reached: 1, all: 3, waiting: ['4A', '5B'] })).toBe(
      '1 av 3 klasser har kontaktlærer. Disse venter: 4A og 5B.',
    );
    expect(said('contact_teachers', { reached: 0, all: 12, waiting: ['1A', '1B'] })).toBe(
      '0 av 12 klasser har kontaktlærer. Disse venter: 1A, 1B og 10 til.',
    );
  });

  it('tells a leadership that cannot sign in from one that is not there', () => {
    expect(said('leadership')).toContain('Ingen er registrert');
    expect(said('leadership', { all: 1 })).toContain('ingen av dem har logget inn');
    expect(said('leadership', { done: true, reached: 1, all: 2 })).toBe('1 person i ledelsen kan logge inn.');
  });

  it('waits for the list of pupils before it counts', () => {
    for (const code of ['contact_teachers', 'ways_in'] as const)
      expect(said(code)).toBe('Venter på elevlisten.');
    expect(said('training')).toBe('Venter på at noen får en klasse.');
  });
});
