import { describe, expect, it } from 'vitest';
import { roundPhase } from './school-rounds.ts';

describe('where a round is', () => {
  const round = { opensOn: '2026-11-09', closesOn: '2026-11-20', endedAt: null };

  it('is open on its first and its last day', () => {
    expect(roundPhase(round, '2026-11-08')).toBe('planned');
    expect(roundPhase(round, '2026-11-09')).toBe('open');
    expect(roundPhase(round, '2026-11-20')).toBe('open');
    expect(roundPhase(round, '2026-11-21')).toBe('over');
  });

  it('is ended once it is, whatever the day', () => {
    expect(roundPhase({ ...round, endedAt: '2026-11-12T10:00:00Z' }, '2026-11-13')).toBe('ended');
  });
});
