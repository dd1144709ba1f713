import { describe, expect, it } from 'vitest';
import type { ChoiceNetwork } from '../network.ts';
import { describeNetwork } from '../networks/describe-network.ts';
import { detectSignals } from '../signals/detect-signals.ts';
import type { SignalInput } from '../signals/signal-input.ts';
import { coieDodgeStatus } from './coie-dodge.ts';
import { investigationInput, type InvestigationInput } from './investigation-input.ts';
import { maassenLandsheerStatus } from './maassen-landsheer.ts';
import { newcombBukowskiStatus } from './newcomb-bukowski.ts';
import { research } from './nominations.fixture.ts';

const answers = {
  roster: ['a', 'b', 'c'],
  respondents: ['a', 'b'],
  likes: [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c' },
    { from: 'a', to: 'a' },
    { from: 'c', to: 'a' },
  ],
  dislikes: [
    { from: 'a', to: 'c' },
    { from: 'b', to: 'c' },
    { from: 'b', to: 'c' },
    { from: 'b', to: 'stranger' },
  ],
};

describe('the answers of an investigation', () => {
  it('are cleaned, with what was left out counted', () => {
    const input = investigationInput(research, answers);
    expect(input.likes).toEqual([{ from: 'a', to: 'b' }]);
    expect(input.dislikes).toEqual([{ from: 'b', to: 'c' }]);
    expect(input.dropped).toEqual({
      likes: { outsideRoster: 0, byNonRespondent: 1, self: 1, duplicate: 0 },
      dislikes: { outsideRoster: 1, byNonRespondent: 0, self: 0, duplicate: 1 },
      both: 1,
    });
  });

  it('have a blank pair only where it is not named', () => {
    const unanswered = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'b', to: 'a' },
    ];
    expect(investigationInput(research, { ...answers, unanswered }).unanswered).toEqual([
      { from: 'b', to: 'a' },
    ]);
  });

  it('need a stated basis', () => {
    expect(() => investigationInput({ kind: 'case', caseId: ' ' }, answers)).toThrow(RangeError);
    expect(() => investigationInput({ kind: 'research', purpose: '' }, answers)).toThrow(RangeError);
    expect(() => investigationInput({ kind: 'case', caseId: '2026-17' }, answers)).not.toThrow();
  });
});

// Checked by the type checker; the functions are never called.
describe('a routine round', () => {
  it('cannot come to a status', () => {
    const tries = [
      (round: ChoiceNetwork) =>
        // @ts-expect-error: a routine round has one positive criterion
        coieDodgeStatus(round),
      (round: ChoiceNetwork) =>
        // @ts-expect-error: a routine round has one positive criterion
        newcombBukowskiStatus(round),
      (round: SignalInput) =>
        // @ts-expect-error: what signals are computed from has no negative criterion
        coieDodgeStatus(round),
      (round: SignalInput) =>
        // @ts-expect-error: what signals are computed from has no ratings of classmates
        maassenLandsheerStatus(round),
    ];
    expect(tries).toHaveLength(4);
  });

  it('cannot be made an investigation by writing the same fields', () => {
    const byHand = (): InvestigationInput => {
      const { roster, respondents, likes, dislikes, unanswered, dropped } = investigationInput(
        research,
        answers,
      );
      // @ts-expect-error: only investigationInput knows the key of the basis
      return { roster, respondents, likes, dislikes, unanswered, dropped };
    };
    expect(byHand).toBeTypeOf('function');
  });

  it('has no place for a negative criterion', () => {
    const tries = [
      (round: SignalInput) =>
        // @ts-expect-error: signals have no dislikes
        detectSignals({ ...round, dislikes: answers.dislikes }),
      (round: ChoiceNetwork) =>
        // @ts-expect-error: a network has no dislikes
        describeNetwork({ ...round, dislikes: answers.dislikes }),
      (input: InvestigationInput) =>
        // @ts-expect-error: the answers of an investigation are no network of choices
        describeNetwork(input),
    ];
    expect(tries).toHaveLength(3);
  });
});
