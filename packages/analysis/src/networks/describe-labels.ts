import type { ChoiceNetwork } from '../network.ts';
import { cleanNetwork } from './clean-network.ts';
import { digraphOf } from './digraph.ts';
import {
  assortativity,
  eiIndex,
  mixingMatrix,
  type Assortativity,
  type InternalExternal,
  type Mixing,
} from './mixing.ts';

/** How the choices of a class run within and between groups of pupils that share a label. */
export type LabelDescription = {
  /** Pupils on the list with each label, in the order of `mixing.labels`. */
  readonly pupils: readonly number[];
  readonly mixing: Mixing;
  readonly choices: InternalExternal;
  /** The same for mutual ties, each counted once. */
  readonly mutual: InternalExternal;
  readonly assortativity: Assortativity;
};

/**
 * Describes one label per pupil, such as the class a pupil came from, against the choices: mixing matrix, E–I index of
 * choices and of mutual ties, assortativity. The network is cleaned first. Pupils without a label, their ties, and
 * labels of ids outside the roster are ignored. Nothing is thrown.
 */
export function describeLabels(
  network: ChoiceNetwork,
  labelOf: ReadonlyMap<string, string>,
): LabelDescription {
  const { roster, choices } = cleanNetwork(network).network;
  const graph = digraphOf({ roster, respondents: roster, choices });
  const known = new Map([...labelOf].filter(([id]) => roster.includes(id)));
  const mixing = mixingMatrix(
    choices.map(({ from, to }) => [from, to] as const),
    known,
  );
  const mutualPairs = graph.mutual.flatMap((list, i) =>
    list.filter((j) => j > i).map((j) => [roster[i]!, roster[j]!] as const),
  );
  const all = [...known.values()];
  return {
    pupils: mixing.labels.map((label) => all.filter((other) => other === label).length),
    mixing,
    choices: eiIndex(mixing),
    mutual: eiIndex(mixingMatrix(mutualPairs, known)),
    assortativity: assortativity(mixing),
  };
}
