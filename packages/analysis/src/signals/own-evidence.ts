import type { PupilRepetitions, Repetition } from './earlier-rounds.ts';
import type { CounterEvidence, Evidence } from './evidence.ts';
import type { OwnAnswers } from './own-answers.ts';
import type { RuleSet } from './rules.ts';

/** The evidence from what the pupil answered. */
export function ownEvidence(pupilId: string, answers: OwnAnswers, limits: RuleSet['limits']): Evidence[] {
  const score = answers.companionship.get(pupilId);
  const evidence: Evidence[] = [];
  if (score !== undefined && score <= limits.companionshipLow) {
    evidence.push({ kind: 'companionship-low', counts: true, score });
  }
  if (answers.gaveNone.has(pupilId)) evidence.push({ kind: 'gave-none', counts: true });
  return evidence;
}

export function ownAnswersAgainst(
  pupilId: string,
  answers: OwnAnswers,
  limits: RuleSet['limits'],
): CounterEvidence[] {
  const score = answers.companionship.get(pupilId);
  return score !== undefined && score >= limits.companionshipFine
    ? [{ kind: 'companionship-fine', score }]
    : [];
}

/** One piece of `repeated` evidence for each counting piece of `evidence` that was also seen before. */
export function repeatedEvidence(evidence: readonly Evidence[], repetitions: PupilRepetitions): Evidence[] {
  const repeated: Evidence[] = [];
  const add = (
    of: Extract<Evidence, { kind: 'repeated' }>['of'],
    series: Repetition | undefined,
    criterionId: string | null = null,
  ): void => {
    if (series === undefined || series.roundsAgo.length === 0) return;
    repeated.push({ kind: 'repeated', counts: true, of, criterionId, ...series });
  };
  for (const piece of evidence) {
    if (!piece.counts) continue;
    if (piece.kind === 'received') {
      add('received', repetitions.onCriterion.get(piece.criterionId), piece.criterionId);
    } else if (piece.kind === 'received-all') {
      if (piece.received === 0) add('unchosen', repetitions.unchosen);
      add('received-all', repetitions.inAll);
    } else if (piece.kind === 'companionship-low') add('companionship-low', repetitions.companionshipLow);
    else if (piece.kind === 'gave-none') add('gave-none', repetitions.gaveNone);
  }
  return repeated;
}
