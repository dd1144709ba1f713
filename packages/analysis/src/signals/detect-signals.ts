import { byCodeUnit } from '../networks/clean-network.ts';
import { absentBound } from './absent-bounds.ts';
import { choiceEvidence, choicesAgainst } from './collect-evidence.ts';
import { repetitionsOf } from './earlier-rounds.ts';
import { ownAnswersAgainst, ownEvidence, repeatedEvidence } from './own-evidence.ts';
import { ownConditions } from './own-conditions.ts';
import { roundChoices } from './round-choices.ts';
import type { RoundChoices } from './round-choices.ts';
import { conditionsIn, ruleLookup } from './rule-lookup.ts';
import type { RuleLookup } from './rule-lookup.ts';
import { RULES_2 } from './rules.ts';
import type { RuleSet } from './rules.ts';
import type { ClassSignals, Signal } from './signal.ts';
import type { SignalInput } from './signal-input.ts';
import { foundAgainstChance, signalsByChance } from './signals-by-chance.ts';
import type { SignalsByChance } from './signals-by-chance.ts';

/**
 * Which pupils of one class give reason to look closer after one sociogram of positive choices, on what
 * evidence, and how many such signals chance alone would give.
 *
 * Received choices are compared with the Poisson-binomial distribution that arises when each respondent's
 * choices are spread at random over the roster. A criterion with a roster or participation below the rule set's
 * limits is left out; when all are, only what pupils answered for themselves gives signals. Pupils outside the
 * roster who answered are seen by their own answers alone. The result is plain JSON with pupil ids only, does
 * not depend on the order of the input (but `history` is newest first), and repeats for the same seed.
 * Throws RangeError for what `prepareRound` and `ownAnswers` refuse, and for draws that are not a positive
 * whole number.
 */
export function detectSignals(input: SignalInput, ruleSet: RuleSet = RULES_2): ClassSignals {
  const draws = input.draws ?? 2000;
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError('draws must be a positive whole number');
  const lookup = ruleLookup(ruleSet);
  const choices = roundChoices(input, ruleSet.limits);
  const { round, answers } = choices;
  const byChance =
    round.used.length === 0 ? null : signalsByChance(choices, lookup.levelOf, input.seed, draws);
  const asked = [answers.companionship.keys(), answers.gaveNone, answers.wellbeing.keys()];
  const signals = [...new Set([...round.pupils, ...asked.flatMap((ids) => [...ids])])]
    .sort(byCodeUnit)
    .map((pupilId) => signalOf(pupilId, choices, byChance, lookup, ruleSet.limits))
    .filter((signal) => signal !== null);
  return {
    ruleSetVersion: ruleSet.version,
    classSize: round.pupils.length,
    answered: round.answered,
    criteria: round.criteria,
    notComputed: round.notComputed,
    signals,
    chance: byChance === null ? null : chanceOf(signals, byChance, input.seed),
  };
}

function signalOf(
  pupilId: string,
  choices: RoundChoices,
  byChance: SignalsByChance | null,
  lookup: RuleLookup,
  limits: RuleSet['limits'],
): Signal | null {
  const { round, answers, history, figures } = choices;
  const pupil = round.position.get(pupilId);
  const frame = pupil === undefined ? undefined : choices.frames[pupil];
  const repetitions = frame?.repetitions ?? repetitionsOf(pupilId, history, limits);
  const ownBits = ownConditions(pupilId, answers, repetitions, limits);
  const place =
    pupil === undefined || frame === undefined || byChance === null
      ? null
      : {
          round,
          pupil,
          frame,
          figures,
          received: choices.received,
          probabilityInDraws: byChance.drawsWithAsFew[pupil]! / byChance.draws,
        };
  const bits = place === null ? ownBits : choices.conditionsOf(place.pupil);
  const rule = lookup.ruleOf(bits);
  if (rule === null) return null;
  const restsOnChoices = lookup.levelOf(bits) > lookup.levelOf(ownBits);
  const evidence = [
    ...(place === null ? [] : choiceEvidence(place, answers, limits)),
    ...ownEvidence(pupilId, answers, limits),
  ];
  return {
    pupilId,
    level: rule.level,
    ruleId: rule.id,
    conditions: conditionsIn(bits),
    evidence: [...evidence, ...repeatedEvidence(evidence, repetitions)],
    against: [
      ...(place === null ? [] : choicesAgainst(place, limits)),
      ...ownAnswersAgainst(pupilId, answers, limits),
    ],
    restsOnChoices,
    absence: restsOnChoices ? absentBound(choices, pupilId, lookup, limits) : null,
  };
}

function chanceOf(
  signals: readonly Signal[],
  byChance: SignalsByChance,
  seed: number,
): ClassSignals['chance'] {
  const { tallies, draws } = byChance;
  const resting = signals.filter((signal) => signal.restsOnChoices);
  const soon = resting.filter((signal) => signal.level === 'look-closer-soon');
  return {
    seed,
    draws,
    ...foundAgainstChance(resting.length, tallies[0], draws),
    soon: foundAgainstChance(soon.length, tallies[1], draws),
  };
}
