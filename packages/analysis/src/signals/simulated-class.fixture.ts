import { seededGenerator } from '../chance/seeded-generator.ts';
import type { Choice, ChoiceNetwork } from '../network.ts';
import type { CriterionChoices } from './signal-input.ts';

export const pupilIds = (size: number): string[] =>
  Array.from({ length: size }, (_, i) => `p${String(i + 1).padStart(2, '0')}`);

export type SimulatedClass = {
  readonly size: number;
  readonly given: number;
  readonly criteria: readonly string[];
  readonly seed: number;
  /** Pupils from the end of the roster who did not answer. */
  readonly absent?: number;
  /** Share of the choices on a later criterion that go to the same classmates as on the first. */
  readonly overlap?: number;
};

/** A class in which chance alone decides who is chosen; criteria share the wished-for part of their choices. */
export function simulatedClass({
  size,
  given,
  criteria,
  seed,
  absent = 0,
  overlap = 0.6,
}: SimulatedClass): CriterionChoices[] {
  const roster = pupilIds(size);
  const draw = seededGenerator(seed);
  const respondents = roster.slice(0, size - absent);
  const preferred = new Map(
    respondents.map((id) => [
      id,
      shuffled(
        roster.filter((other) => other !== id),
        draw,
      ),
    ]),
  );
  const common = Math.round(given * overlap);
  return criteria.map((criterionId) => ({
    criterionId,
    network: {
      roster,
      respondents,
      choices: respondents.flatMap((from): Choice[] => {
        const order = preferred.get(from) ?? [];
        const own = [...order.slice(0, common), ...shuffled(order.slice(common), draw)];
        return own.slice(0, given).map((to) => ({ from, to }));
      }),
    },
  }));
}

function shuffled(items: readonly string[], draw: (n: number) => number): string[] {
  const order = [...items];
  order.forEach((item, i) => {
    const j = i + draw(order.length - i);
    order[i] = order[j] ?? item;
    order[j] = item;
  });
  return order;
}

/** The same networks with nobody choosing these pupils: each such choice goes to a classmate not yet chosen. */
export function withoutChoicesOf(
  criteria: readonly CriterionChoices[],
  ...pupils: readonly string[]
): CriterionChoices[] {
  return criteria.map(({ criterionId, network }) => ({
    criterionId,
    network: { ...network, choices: redirected(network, pupils) },
  }));
}

function redirected({ roster, choices }: ChoiceNetwork, pupils: readonly string[]): Choice[] {
  const chosen = new Map<string, Set<string>>();
  for (const { from, to } of choices) chosen.set(from, (chosen.get(from) ?? new Set()).add(to));
  return choices.flatMap(({ from, to }): Choice[] => {
    if (!pupils.includes(to)) return [{ from, to }];
    const start = roster.indexOf(from);
    const around = [...roster.slice(start + 1), ...roster.slice(0, Math.max(0, start))];
    const free = around.find((id) => !pupils.includes(id) && chosen.get(from)?.has(id) !== true);
    if (free === undefined) return [];
    chosen.get(from)?.add(free);
    return [{ from, to: free }];
  });
}

/** Pupil i chooses the next `given` pupils, over and over, so everybody is chosen equally often. */
function ring(size: number, given: number, absent = 0): ChoiceNetwork {
  const roster = pupilIds(size);
  const respondents = roster.slice(0, size - absent);
  return {
    roster,
    respondents,
    choices: respondents.flatMap((from, i) =>
      Array.from({ length: given }, (_, step) => ({ from, to: roster[(i + 1 + step) % size] ?? '' })),
    ),
  };
}

export const ringClass = (
  size: number,
  given: number,
  criteria = ['recess', 'sit-beside', 'work'],
  absent = 0,
): CriterionChoices[] => criteria.map((criterionId) => ({ criterionId, network: ring(size, given, absent) }));
