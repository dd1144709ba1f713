import { coieDodgeStatus, investigationInput, type StatusCode } from '@samhold/analysis';
import type { InvestigationResult } from '@samhold/contract';

export type Said = InvestigationResult['criteria'][number]['statements'][number]['said'];

/** Fewer answers than this to a question, and nothing of it is shown. */
export const FEWEST_ANSWERS = 5;
/** One or two who said it, or all but so few: the number alone would tell who. */
const FEW = 3;
const PARTICIPATION = 0.6;

/**
 * A count as it may be shown. Under three are one group with none: that one or two said it would point at whoever has said so
 * before, and telling none apart from them would tell the same. Nor is it told that all of the others said it, or all but one or two.
 * `answered` is how many have answered the question; one of them may be the pupil, who could not.
 */
export const shownCount = (count: number, answered: number): Said => {
  if (count < FEW) return { kind: 'few' };
  return count > answered - 1 - FEW ? { kind: 'most' } : { kind: 'count', count };
};

/** Every count a shown one can stand for. */
const countsOf = (said: Said, answered: number): readonly number[] => {
  if (said.kind === 'count') return [said.count];
  return said.kind === 'few' ? [0, 1, 2] : [answered - 3, answered - 2, answered - 1];
};

export type ShownPair = { readonly pupilId: string; readonly liked: Said; readonly disliked: Said };

export type Pattern = InvestigationResult['patterns'][number]['pattern'];

const patterns: Partial<Readonly<Record<StatusCode, Pattern>>> = {
  popular: 'liked',
  rejected: 'disliked',
  controversial: 'both',
  neglected: 'neither',
};

export type Patterns = {
  readonly none: InvestigationResult['noPatterns'];
  readonly pupils: readonly { readonly pupilId: string; readonly pattern: Pattern }[];
};

const nothing = (none: Exclude<InvestigationResult['noPatterns'], null>): Patterns => ({ none, pupils: [] });

/**
 * Status after Coie & Dodge 1983, from the counts that are shown and nothing else, so that it tells no more than they do. A
 * pupil has a pattern when it is the same whatever the hidden counts are: with all of them at their lowest, in the middle and
 * at their highest. `respondents` answered both questions.
 */
export const shownPatterns = (caseId: string, pairs: readonly ShownPair[], respondents: number): Patterns => {
  if (respondents < FEWEST_ANSWERS || respondents < PARTICIPATION * pairs.length)
    return nothing('participation');
  const runs = [0, 1, 2].map((at) => statusOf(caseId, pairs, respondents, at));
  const stopped = runs.find((run) => run.notComputed !== null);
  if (stopped?.notComputed === 'small-group') return nothing('small_group');
  if (stopped !== undefined) return nothing('no_spread');
  const pupils = pairs.flatMap(({ pupilId }) => {
    const codes = new Set(
      runs.map((run) => run.pupils.find((pupil) => pupil.pupilId === pupilId)?.code ?? 'average'),
    );
    const [code] = codes;
    const pattern = codes.size === 1 && code !== undefined ? patterns[code] : undefined;
    return pattern === undefined ? [] : [{ pupilId, pattern }];
  });
  return { none: null, pupils };
};

/** Status counts choices and looks at nobody who made them: any choices with these counts give the same. */
const statusOf = (caseId: string, pairs: readonly ShownPair[], respondents: number, at: number) => {
  const roster = pairs.map(({ pupilId }) => pupilId);
  const voters = roster.slice(0, respondents);
  const choices = (said: Said, to: string, from: readonly string[]) => {
    const counts = countsOf(said, respondents);
    return from
      .filter((voter) => voter !== to)
      .slice(0, counts[at] ?? counts[0])
      .map((voter) => ({ from: voter, to }));
  };
  const likes = pairs.flatMap(({ pupilId, liked }) => choices(liked, pupilId, voters));
  const dislikes = pairs.flatMap(({ pupilId, disliked }) => choices(disliked, pupilId, voters.toReversed()));
  const input = investigationInput(
    { kind: 'case', caseId },
    { roster, respondents: voters, likes, dislikes },
  );
  return coieDodgeStatus(input, { score: 'count' });
};
