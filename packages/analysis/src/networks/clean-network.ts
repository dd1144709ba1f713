import type { Choice, ChoiceNetwork } from '../network.ts';

/** How many choices were left out, each counted once under the first reason that applies, in this order. */
export type DroppedChoices = {
  readonly outsideRoster: number;
  readonly byNonRespondent: number;
  readonly self: number;
  readonly duplicate: number;
};

export type CleanedNetwork = { readonly network: ChoiceNetwork; readonly dropped: DroppedChoices };

/** Order by UTF-16 code units: the same on every machine, unlike an order by language. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Removes what cannot be a choice inside the class and counts it.
 *
 * Left out: a choice with an end outside the roster, a choice by somebody who did not answer, a choice of oneself,
 * and a repeated choice. Repeated ids in the roster and among the respondents, and respondents outside the roster,
 * are ignored. The returned network is sorted, so it does not depend on the order of the input.
 */
export function cleanNetwork(network: ChoiceNetwork): CleanedNetwork {
  const roster = [...new Set(network.roster)].sort(byCodeUnit);
  const n = roster.length;
  const position = new Map(roster.map((id, index) => [id, index]));
  const answered = new Uint8Array(n);
  for (const id of network.respondents) {
    const i = position.get(id);
    if (i !== undefined) answered[i] = 1;
  }
  const chosen = new Uint8Array(n * n);
  const dropped = { outsideRoster: 0, byNonRespondent: 0, self: 0, duplicate: 0 };
  for (const { from, to } of network.choices) {
    const [i, j] = [position.get(from), position.get(to)];
    if (i === undefined || j === undefined) dropped.outsideRoster += 1;
    else if (answered[i] === 0) dropped.byNonRespondent += 1;
    else if (i === j) dropped.self += 1;
    else if (chosen[i * n + j] === 1) dropped.duplicate += 1;
    else chosen[i * n + j] = 1;
  }
  const choices: Choice[] = [];
  for (let cell = chosen.indexOf(1); cell !== -1; cell = chosen.indexOf(1, cell + 1)) {
    choices.push({ from: roster[Math.floor(cell / n)]!, to: roster[cell % n]! });
  }
  return {
    network: { roster, respondents: roster.filter((_, i) => answered[i] === 1), choices },
    dropped,
  };
}
