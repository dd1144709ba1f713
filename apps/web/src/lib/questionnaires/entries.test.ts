import { questionnaireFor, standardEntries, type OwnEntry, type OwnItem } from '@samhold/survey';
import { describe, expect, it } from 'vitest';
import { canMove, fullOf, idOf, leftOut, moved, takenBack, withOwn, without } from './entries.ts';
import { mergeEntries } from './merge-entries.ts';

const young = questionnaireFor('wellbeing', 2)!;
const sociogram = questionnaireFor('sociogram', 2)!;
const own = (key: string, nb = `Er ${key} fint?`): OwnItem => ({
  ...{ key, text: { nb }, readThrough: true, goOnWith: [] },
  ...{ type: 'choice', scaleId: 'good', theme: 'safety', sensitive: false },
});
const entries = standardEntries(young);
const ids = (list: readonly OwnEntry[]) => list.map(idOf);

describe('the entries of a draft', () => {
  it('are moved past each other, but not past the first and the last', () => {
    expect([0, 1, 10, 11].map((at) => canMove(young, entries, at, -1))).toEqual([false, false, true, false]);
    expect([0, 1, 10, 11].map((at) => canMove(young, entries, at, 1))).toEqual([false, true, false, false]);
    expect([0, 2].map((at) => canMove(sociogram, standardEntries(sociogram), at, 1))).toEqual([true, false]);
    expect(ids(moved(entries, 2, -1)).slice(0, 3)).toEqual(['w14-now', 'w14-company', 'w14-recess']);
  });

  it('take a new question before the calm last one, and an edited one where it stands', () => {
    const added = withOwn(young, entries, own('k1'));
    expect(ids(added).slice(-2)).toEqual(['k1', 'w14-closing']);
    expect(withOwn(young, added, own('k1', 'Nytt?')).at(-2)).toEqual({ own: own('k1', 'Nytt?') });
    expect(ids(withOwn(sociogram, standardEntries(sociogram), own('k1'))).at(-1)).toBe('k1');
  });

  it('lose a question and take it back where it was', () => {
    const less = without(entries, 'w14-fun');
    expect(leftOut(young, less).map(({ id }) => id)).toEqual(['w14-fun']);
    expect(takenBack(young, less, 'w14-fun')).toEqual(entries);
  });

  it('are full by what pupils have time for', () => {
    expect(fullOf(young, entries)).toBe('items');
    expect(fullOf(young, without(entries, 'w14-fun'))).toBeNull();
    const two = [...standardEntries(sociogram), { own: own('k1') }, { own: own('k2') }];
    expect(fullOf(sociogram, two.slice(0, -1))).toBeNull();
    expect(fullOf(sociogram, two)).toBe('own');
  });
});

describe('two drafts of one', () => {
  const base = withOwn(young, without(entries, 'w14-fun'), own('k1'));
  const merged = (mine: readonly OwnEntry[], theirs: readonly OwnEntry[]) =>
    mergeEntries(base, mine, theirs, () => 'copy');

  it('are the one that was changed, when the other was not', () => {
    const changed = withOwn(young, without(base, 'w14-quiet'), own('k1', 'Nytt?'));
    expect(merged(changed, base)).toEqual(changed);
    expect(merged(base, changed)).toEqual(changed);
  });

  it('have what each added and neither what one left out', () => {
    const mine = without(withOwn(young, base, own('mine')), 'w14-quiet');
    const theirs = without(withOwn(young, base, own('theirs')), 'w14-recess');
    expect(ids(merged(mine, theirs))).toEqual([
      ...ids(entries).filter((id) => !['w14-fun', 'w14-quiet', 'w14-recess', 'w14-closing'].includes(id)),
      ...['k1', 'mine', 'theirs', 'w14-closing'],
    ]);
  });

  it('keep both wordings of a question that both have changed, and what one changed and the other removed', () => {
    const [mine, theirs] = [
      withOwn(young, base, own('k1', 'Mitt?')),
      withOwn(young, base, own('k1', 'Ditt?')),
    ];
    const both = merged(mine, theirs).flatMap((entry) => ('own' in entry ? [entry.own.text.nb] : []));
    expect(both).toEqual(['Ditt?', 'Mitt?']);
    expect(ids(merged(mine, theirs)).filter((id) => ['k1', 'copy'].includes(id))).toEqual(['k1', 'copy']);
    expect(ids(merged(mine, without(base, 'k1')))).toContain('k1');
    expect(ids(merged(without(base, 'k1'), theirs))).toContain('k1');
  });
});
