import { networkJson, undirectedJson } from '../../packages/analysis/src/networks/network-json.ts';
import { partitionJson } from '../../packages/analysis/src/networks/partition-json.ts';
import { BadInput } from './bad-input.ts';
import type { Command } from './command.ts';
import { readNetwork } from './read-network.ts';

/** The work grows with the square of it, and more. */
const MOST_PUPILS = 2000;

export const networkCommand: Command = {
  summary: 'mål for valgene i en klasse',
  about:
    'Målene for valgene på ett spørsmål. Lister følger rekkefølgen i nodes. Det som ikke er definert eller ikke er kjent, er null.',
  example: '--edges valg.csv [--roster liste.csv] [--respondents svarte.csv] [--undirected]',
  options: [
    ...(['edges', 'roster', 'respondents', 'wave', 'relation', 'class'] as const),
    ...(['min-weight', 'max-rank', 'undirected', 'label'] as const),
  ],
  run: (args, folder, note) => {
    if (args.has('label') && !args.has('roster'))
      throw new BadInput('--label trenger en liste: --roster FIL.');
    const { network, columns } = readNetwork(args, folder, note, MOST_PUPILS);
    const partitions = Object.fromEntries(
      args.all('label').map((label) => [label, partitionJson(network, columns.get(label) ?? new Map())]),
    );
    const shape = args.has('undirected') ? undirectedJson(network) : networkJson(network);
    return { ...shape, partitions };
  },
};
