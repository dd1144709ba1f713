import { layoutQuality, layoutSociogram } from '../../packages/analysis/src/index.ts';
import type { Command } from './command.ts';
import { readNetwork } from './read-network.ts';

const MOST_PUPILS = 1000;
const positive = (value: number): boolean => value > 0;

export const layoutCommand: Command = {
  summary: 'en tegning av klassen: plasser, navn og streker',
  about:
    'Plasser i px for en tegning av klassen, uten sirkler eller navn som dekker hverandre. label er rektangelet rundt navnet, fra øvre venstre hjørne. Navnet er kolonnen name i listen, ellers id.',
  example: '--edges valg.csv [--roster liste.csv] [--width 1000 --height 750]',
  options: [
    ...(['edges', 'roster', 'respondents', 'wave', 'relation', 'class', 'min-weight', 'max-rank'] as const),
    ...(['undirected', 'width', 'height', 'radius', 'seed'] as const),
  ],
  run: (args, folder, note) => {
    const { network, columns } = readNetwork(args, folder, note, MOST_PUPILS);
    const name = columns.get('name');
    const radius = args.number('radius', positive);
    const ids = [...new Set(network.roster)];
    const layout = layoutSociogram(
      {
        pupils: ids.map((id) => ({ id, label: name?.get(id) || id })),
        choices: network.choices,
        width: args.number('width', positive) ?? 1000,
        height: args.number('height', positive) ?? 750,
        seed: args.number('seed', Number.isInteger) ?? 1,
      },
      radius === undefined ? {} : { nodeRadius: radius },
    );
    const { crossings, stress, ...quality } = layoutQuality(layout);
    return {
      width: layout.width,
      height: layout.height,
      nodes: layout.pupils.map(({ id, x, y, label, labelBox }) => ({
        id,
        x,
        y,
        r: layout.nodeRadius,
        label: {
          text: label,
          x: labelBox.left,
          y: labelBox.top,
          width: labelBox.width,
          height: labelBox.height,
        },
      })),
      edges: layout.ties.map(({ from, to, mutual, control }) => ({
        source: from,
        target: to,
        mutual,
        control,
      })),
      crossings,
      stress,
      ...quality,
    };
  },
};
