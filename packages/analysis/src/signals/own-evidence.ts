import { repetition, type PupilRepetitions, type Repetition } from './earlier-rounds.ts';
import type { CounterEvidence, Evidence } from './evidence.ts';
import type { OwnAnswers } from './own-answers.ts';
import type { RuleSet } from './rules.ts';
import { lowOnEnd, ownFall, topInNoTime, type WellbeingSeries } from './wellbeing-series.ts';

/** The evidence from what the pupil answered. */
export function ownEvidence(pupilId: string, answers: OwnAnswers, limits: RuleSet['limits']): Evidence[] {
  const score = answers.companionship.get(pupilId);
  const evidence: Evidence[] = [];
  if (score !== undefined && score <= limits.companionshipLow) {
    evidence.push({ kind: 'companionship-low', counts: true, score });
  }
  if (answers.gaveNone.has(pupilId)) evidence.push({ kind: 'gave-none', counts: true });
  return [...evidence, ...wellbeingEvidence(answers.wellbeing.get(pupilId) ?? [], limits)];
}

function wellbeingEvidence(series: WellbeingSeries, limits: RuleSet['limits']): Evidence[] {
  const evidence: Evidence[] = [];
  const fall = ownFall(series, limits);
  if (fall !== null) evidence.push({ kind: 'own-fall', counts: true, ...fall });
  const items = series[0]?.lowestOnSafety ?? 0;
  if (items > 0) {
    evidence.push({ kind: 'safety-lowest', counts: true, items });
    const before = series.slice(1).map(({ lowestOnSafety }) => lowestOnSafety);
    const again = repetition(before.map((value) => ({ met: value > 0, value })));
    if (again.roundsAgo.length > 0) {
      evidence.push({ kind: 'repeated', counts: true, of: 'safety-lowest', criterionId: null, ...again });
    }
  }
  if (series[0]?.bullied === true) evidence.push({ kind: 'says-bullied', counts: true });
  const scores = lowOnEnd(series, limits);
  if (scores !== null) evidence.push({ kind: 'low-on-end', counts: true, scores });
  const hurried = topInNoTime(series, limits);
  if (hurried !== null) evidence.push({ kind: 'top-in-no-time', counts: false, ...hurried });
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
      add('received', repetitions.onCriterion(piece.criterionId), piece.criterionId);
    } else if (piece.kind === 'received-all') {
      if (piece.received === 0) add('unchosen', repetitions.unchosen);
      add('received-all', repetitions.inAll);
    } else if (piece.kind === 'companionship-low') add('companionship-low', repetitions.companionshipLow);
    else if (piece.kind === 'gave-none') add('gave-none', repetitions.gaveNone);
  }
  return repeated;
}
