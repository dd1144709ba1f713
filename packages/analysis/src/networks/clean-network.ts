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
  const roster = new Set(network.roster);
  const respondents = new Set(network.respondents.filter((id) => roster.has(id)));
  const chosenBy = new Map<string, Set<string>>();
  const dropped = { outsideRoster: 0, byNonRespondent: 0, self: 0, duplicate: 0 };
  for (const { from, to } of network.choices) {
    const reason = reasonToDrop(from, to, roster, respondents, chosenBy);
    if (reason !== null) dropped[reason] += 1;
    else chosenBy.set(from, (chosenBy.get(from) ?? new Set()).add(to));
  }
  const choices: Choice[] = [];
  for (const from of [...chosenBy.keys()].sort(byCodeUnit)) {
    for (const to of [...(chosenBy.get(from) ?? [])].sort(byCodeUnit)) choices.push({ from, to });
  }
  return {
    network: {
      roster: [...roster].sort(byCodeUnit),
      respondents: [...respondents].sort(byCodeUnit),
      choices,
    },
    dropped,
  };
}

function reasonToDrop(
  from: string,
  to: string,
  roster: ReadonlySet<string>,
  respondents: ReadonlySet<string>,
  chosenBy: ReadonlyMap<string, ReadonlySet<string>>,
): keyof DroppedChoices | null {
  if (!roster.has(from) || !roster.has(to)) return 'outsideRoster';
  if (!respondents.has(from)) return 'byNonRespondent';
  if (from === to) return 'self';
  return chosenBy.get(from)?.has(to) === true ? 'duplicate' : null;
}
