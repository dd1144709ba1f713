import type { RosterCounts } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { changesNothing, countLines, leavingSentence, summaryOf, wholeMapping } from './roster-words.ts';

const none: RosterCounts = {
  listed: 60,
  unchanged: 0,
  new: 0,
  renamed: 0,
  moved: 0,
  leaving: 0,
  rejected: 0,
  otherSchools: 0,
  newStaff: 0,
  newRelations: 0,
  newClasses: [],
  endingClasses: [],
};

describe('what an import is called', () => {
  it('leaves out what there is none of, but says how many stay', () => {
    expect(countLines({ ...none, leaving: 2 }).map((line) => line.name)).toEqual([
      'Elever som står som før',
      'Slutter',
    ]);
  });

  it('says in one line what changes, also when it is staff alone or nothing', () => {
    expect(summaryOf({ ...none, new: 3, leaving: 1 })).toBe('3 nye, 1 slutter');
    expect(summaryOf({ ...none, newStaff: 1 })).toBe('Bare endringer for ansatte');
    expect(summaryOf({ ...none, rejected: 4 })).toBe('Ingen endring');
    expect([changesNothing({ ...none, rejected: 4 }), changesNothing({ ...none, newRelations: 1 })]).toEqual([
      true,
      false,
    ]);
  });

  it('says how many of how many would leave', () => {
    const sentence = leavingSentence({ ...none, leaving: 20 });
    expect(sentence).toContain('20\u00a0elever av 60');
    expect(sentence).not.toContain('rad');
  });

  it('says that those who leave may stand in a row that could not be read', () => {
    expect(leavingSentence({ ...none, leaving: 1, rejected: 2 })).toMatch(
      /^1\u00a0elev av 60 .* 2\u00a0rader kunne ikke leses, og noen av elevene kan stå der\.$/,
    );
  });
});

describe('a mapping', () => {
  const whole = { className: 'Gr', grade: 'Tr', givenName: 'F', familyName: 'E', externalId: 'Nr' };

  it('is whole when every column is chosen, also with grade and class in one', () => {
    expect(wholeMapping(whole)).toEqual(whole);
    expect(wholeMapping({ ...whole, grade: 'Gr' })).toEqual({ ...whole, grade: 'Gr' });
  });

  it.each([
    ['a column is missing', { ...whole, externalId: '' }],
    ['two names share a column', { ...whole, familyName: 'F' }],
    ['the grade is a name', { ...whole, grade: 'F' }],
  ])('is not whole when %s', (_how, chosen) => {
    expect(wholeMapping(chosen)).toBeTypeOf('string');
  });
});
