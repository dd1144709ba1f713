import { cleanNetwork, unionOfCriteria, type ChoiceNetwork } from '../../packages/analysis/src/index.ts';
import { readEdges, readIds, type EdgeWish } from './read-edges.ts';
import { Refusal } from './refusal.ts';

export type NetworkWish = EdgeWish & {
  readonly roster: string | undefined;
  readonly respondents: string | undefined;
};

/** The ids of a roster in its own order, or those in the ties in order of letters; and who answered, everybody when not given. */
export const readPeople = (
  wish: Pick<NetworkWish, 'roster' | 'respondents'>,
  named: readonly string[],
): { readonly roster: readonly string[]; readonly respondents: readonly string[] } => {
  const roster = wish.roster === undefined ? [...new Set(named)].sort() : readIds(wish.roster);
  const respondents = wish.respondents === undefined ? roster : readIds(wish.respondents);
  const known = new Set(roster);
  const stranger = [...named, ...respondents].find((id) => !known.has(id));
  if (stranger !== undefined) throw new Refusal(`«${stranger}» står ikke i listen over elever (--roster).`);
  return { roster, respondents };
};

/** What was left out on the way in, in words; null when nothing was. */
const leftOut = (network: ChoiceNetwork): string | null => {
  const { byNonRespondent, self, duplicate } = cleanNetwork(network).dropped;
  const parts = [
    self > 0 ? `${self} valg av seg selv` : null,
    duplicate > 0 ? `${duplicate} gjentatte valg` : null,
    byNonRespondent > 0 ? `${byNonRespondent} valg fra elever som ikke svarte` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : `Tatt ut: ${parts.join(', ')}.`;
};

/** One network from files. `say` hears of what was left out. Throws Refusal. */
export const readNetwork = (wish: NetworkWish, say: (line: string) => void): ChoiceNetwork => {
  const choices = readEdges(wish);
  const people = readPeople(
    wish,
    choices.flatMap(({ from, to }) => [from, to]),
  );
  const network = { ...people, choices };
  const note = leftOut(network);
  if (note !== null) say(note);
  return network;
};

/** The union of several relations as one network: whom each chose on at least one of them. Throws Refusal. */
export const readUnion = (
  wish: NetworkWish,
  relations: readonly string[],
  say: (line: string) => void,
): ChoiceNetwork => {
  const choicesOn = relations.map((relation) => readEdges({ ...wish, relation }));
  const people = readPeople(
    wish,
    choicesOn.flat().flatMap(({ from, to }) => [from, to]),
  );
  const networks = choicesOn.map((choices) => ({ ...people, choices }));
  for (const note of networks.map(leftOut)) if (note !== null) say(note);
  const { respondents, choices } = unionOfCriteria(networks);
  return { roster: people.roster, respondents, choices };
};
