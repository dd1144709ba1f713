import type { ChoiceNetwork } from '../network.ts';
import { cleanNetwork } from '../networks/clean-network.ts';
import { digraphOf } from '../networks/digraph.ts';

/**
 * The nominators of a class as raters of everybody else. `has[i·n + j]` is 1 when i chose j; the cell of i on i is
 * unknown. Pupils who did not answer are rated but rate nobody.
 */
export type NominationRows = {
  readonly n: number;
  readonly nominators: readonly number[];
  readonly has: Uint8Array;
};

/** The rows of a network, cleaned first. */
export function nominationRows(network: ChoiceNetwork): NominationRows {
  const cleaned = cleanNetwork(network).network;
  const { n, has } = digraphOf(cleaned);
  const vertex = new Map(cleaned.roster.map((id, i) => [id, i]));
  return { n, has, nominators: cleaned.respondents.map((id) => vertex.get(id)!) };
}
