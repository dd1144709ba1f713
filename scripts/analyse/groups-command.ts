import {
  highsSolver,
  proposeGroups,
  type ChoiceNetwork,
  type GroupSizes,
} from '../../packages/analysis/src/index.ts';
import type { Arguments } from './arguments.ts';
import { oneLine, parts } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import type { Command, Note } from './command.ts';
import { loadHighs } from './load-highs.ts';
import { readEdges } from './read-edges.ts';
import { networkOf } from './read-network.ts';
import { selectRows, wantedRelations, wantedValue } from './select.ts';

const MOST_PUPILS = 400;
const whole = (value: number): boolean => Number.isInteger(value) && value >= 1;

export const groupsCommand: Command = {
  summary: 'grupper som oppfyller ønsker',
  about:
    'Grupper der ingen står uten noen de ønsket, gjensidige ønsker holdes, og de minst valgtes ønsker går foran. Krav som ikke kan oppfylles samtidig, blir nevnt. Gi én av --sizes, --size og --groups.',
  example: '--edges valg.csv --size 4 [--apart a,b] [--together c,d]',
  options: [
    ...(['edges', 'roster', 'wave', 'relation', 'class', 'min-weight', 'max-rank'] as const),
    ...(['undirected', 'sizes', 'size', 'groups', 'apart', 'together', 'seed', 'seconds'] as const),
  ],
  run: async (args, folder, note) => {
    const sizes = sizesOf(args);
    const networks = wishesOf(args, folder, note);
    const pupils = [...new Set(networks.flatMap(({ roster }) => roster))];
    if ('groups' in sizes && sizes.groups > pupils.length)
      throw new BadInput(`--groups ${sizes.groups} er flere enn de ${pupils.length} elevene.`);
    const result = proposeGroups(
      {
        pupils,
        wishes: networks.flatMap(({ choices }) => choices),
        sizes,
        apart: args.all('apart').map((text) => pairOf(text, pupils)),
        together: args.all('together').map((text) => pairOf(text, pupils)),
      },
      {
        seed: args.number('seed', Number.isInteger) ?? 1,
        solver: highsSolver(await loadHighs()),
        clock: () => performance.now(),
        limitMs: 1000 * (args.number('seconds', (value) => value > 0) ?? 2),
      },
    );
    if (result.outcome === 'contradiction') note('Kravene kan ikke oppfylles samtidig; se conflict.');
    if (result.outcome === 'unsettled')
      note('Fant ingen grupper som oppfyller alle kravene, og heller ikke at det er umulig.');
    return result;
  },
};

function wishesOf(args: Arguments, folder: string, note: Note): readonly ChoiceNetwork[] {
  const table = readEdges(args, folder);
  const wave = wantedValue(args, 'wave');
  const relations = wantedRelations(table, selectRows(table, table.selected, 'wave', wave), args);
  return relations.map(
    (relation) => networkOf(table, wave, relation, args, folder, note, MOST_PUPILS).network,
  );
}

function sizesOf(args: Arguments): GroupSizes {
  const [sizes, size, groups] = [
    args.text('sizes'),
    args.number('size', whole),
    args.number('groups', whole),
  ];
  if ([sizes, size, groups].filter((given) => given !== undefined).length !== 1)
    throw new BadInput('Gi én av --sizes 4,4,5, --size 4 og --groups 3.');
  if (sizes !== undefined) {
    const each = parts(sizes).map(Number);
    if (!each.every(whole)) throw new BadInput(`--sizes kan ikke være «${oneLine(sizes)}».`);
    return { sizes: each };
  }
  return size === undefined ? { groups: groups ?? 1 } : { size };
}

function pairOf(text: string, pupils: readonly string[]): readonly [string, string] {
  const [a = '', b = '', ...more] = parts(text.normalize('NFC'));
  const stranger = [a, b].find((id) => !pupils.includes(id));
  if (more.length > 0 || a === b || b === '')
    throw new BadInput(`«${oneLine(text)}» er ikke to elever: A,B.`);
  if (stranger !== undefined) throw new BadInput(`«${oneLine(stranger)}» står ikke på listen.`);
  return [a, b];
}
