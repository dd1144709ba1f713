import {
  coieDodgeStatus,
  newcombBukowskiStatus,
  type InvestigationInput,
} from '../../packages/analysis/src/index.ts';
import { readEdges, type EdgeWish } from './read-edges.ts';
import { readPeople, type NetworkWish } from './read-network.ts';
import { Refusal } from './refusal.ts';

export type StatusWish = Omit<NetworkWish, 'relation'> & {
  readonly likes: string;
  readonly dislikes: string;
  readonly method: string;
  readonly alpha: number;
};

const readNominations = (wish: StatusWish): InvestigationInput => {
  const ties = (relation: string) => readEdges({ ...(wish satisfies Omit<EdgeWish, 'relation'>), relation });
  const [liked, disliked] = [ties(wish.likes), ties(wish.dislikes)];
  const { roster, respondents } = readPeople(
    wish,
    [...liked, ...disliked].flatMap(({ from, to }) => [from, to]),
  );
  const named = (choices: typeof liked, id: string): string[] =>
    choices.filter(({ from }) => from === id).map(({ to }) => to);
  return {
    roster,
    nominators: respondents.map((id) => ({ id, liked: named(liked, id), disliked: named(disliked, id) })),
  };
};

/** Status of everybody in a group by likes and dislikes, by the method that is wished for. `say` hears of what was left out. */
export const statusValues = (wish: StatusWish, say: (line: string) => void) => {
  const input = readNominations(wish);
  const statusBy = {
    cd83: () => coieDodgeStatus(input),
    cdc82: () => coieDodgeStatus(input, { version: 1982 }),
    nb83: () => newcombBukowskiStatus(input, { alpha: wish.alpha }),
  };
  if (!(wish.method in statusBy)) throw new Refusal(`--method må være ${Object.keys(statusBy).join(', ')}.`);
  const result = statusBy[wish.method as keyof typeof statusBy](); // just seen to be one of them
  const { dropped } = result;
  const count = Object.values(dropped).reduce((sum, number) => sum + number, 0);
  if (count > 0) say(`Tatt ut: ${count} valg (${JSON.stringify(dropped)}).`);
  return { method: wish.method, ...result };
};
