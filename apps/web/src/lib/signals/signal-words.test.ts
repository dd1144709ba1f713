import type { SignalView } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { inOrderOfNeed, roundWords } from './signal-words.ts';

const round = {
  sittingId: 's',
  helper: null,
  roundName: 'Høst',
  closedAt: '2026-11-01T08:00:00Z',
  participation: 0.96,
  found: 2,
  expectedByChance: 1.04,
  notComputed: null,
};

describe('the line of a round', () => {
  it('sets what was found against what chance gives', () => {
    expect(roundWords(round)).toBe(
      '2 tegn; ved ren tilfeldighet ville en slik klasse gitt omtrent 1. 96\u00a0% svarte.',
    );
  });

  it('says why nothing was computed', () => {
    expect(roundWords({ ...round, notComputed: 'low-participation', participation: 0.5 })).toContain(
      'Bare 50\u00a0%',
    );
    expect(roundWords({ ...round, notComputed: 'small-class' })).toContain('for liten');
  });
});

const signal = (signalId: string, part: Partial<SignalView>): SignalView => ({
  signalId,
  sittingId: 's',
  roundName: 'Høst',
  pupil: { pupilId: 'p', label: 'Ada' },
  helper: null,
  level: 'look-closer',
  state: 'new',
  createdAt: '2026-11-01T08:00:00Z',
  noLongerAt: null,
  ruleId: 'r',
  ruleSetVersion: '1',
  headline: '',
  evidence: [],
  against: [],
  howSure: [],
  couldExplain: [],
  verifications: [],
  views: [],
  ...part,
});

describe('the order of signals', () => {
  it('has those still waiting first and keeps every one', () => {
    const ordered = inOrderOfNeed([
      signal('done', { state: 'confirmed', level: 'look-closer-soon' }),
      signal('gone', { noLongerAt: '2026-11-03T08:00:00Z' }),
      signal('waiting', {}),
      signal('soon', { level: 'look-closer-soon' }),
    ]);
    expect(ordered.map(({ signalId }) => signalId)).toEqual(['soon', 'waiting', 'done', 'gone']);
  });

  it('keeps together what waits of one pupil', () => {
    const bo = { pupil: { pupilId: 'q', label: 'Bo' } };
    const ordered = inOrderOfNeed([
      signal('earlier', { createdAt: '2026-10-01T08:00:00Z' }),
      signal('other', bo),
      signal('soon', { level: 'look-closer-soon' }),
      signal('done', { state: 'confirmed' }),
    ]);
    expect(ordered.map(({ signalId }) => signalId)).toEqual(['soon', 'earlier', 'other', 'done']);
  });
});
