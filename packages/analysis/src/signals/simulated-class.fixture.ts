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

/** The same networks after nobody chose `pupilId`: each such choice goes to a classmate not yet chosen. */
export function withoutChoicesOf(criteria: readonly CriterionChoices[], pupilId: string): CriterionChoices[] {
  return criteria.map(({ criterionId, network }) => ({
    criterionId,
    network: { ...network, choices: redirected(network, pupilId) },
  }));
}

function redirected({ roster, choices }: ChoiceNetwork, pupilId: string): Choice[] {
  return choices.map((choice) => {
    if (choice.to !== pupilId) return choice;
    const taken = new Set(choices.filter(({ from }) => from === choice.from).map(({ to }) => to));
    const start = roster.indexOf(choice.from);
    const free = roster
      .map((_, i) => roster[(start + i) % roster.length] ?? '')
      .find((id) => id !== choice.from && !taken.has(id));
    return { from: choice.from, to: free ?? choice.from };
  });
}
