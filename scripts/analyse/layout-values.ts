import { layoutQuality, layoutSociogram, type ChoiceNetwork } from '../../packages/analysis/src/index.ts';

const FRAME = { width: 1000, height: 750 };
const MARKS = { nodeRadius: 8, characterWidth: 7, labelHeight: 12 };

/** A sociogram as it is drawn, in px of a frame of 1,000 × 750: circles with their labels, lines, and how well it came out. */
export const layoutValues = (network: ChoiceNetwork, seed: number) => {
  const pupils = network.roster.map((id) => ({ id, label: id }));
  const layout = layoutSociogram({ pupils, choices: network.choices, seed, ...FRAME }, MARKS);
  return {
    ...FRAME,
    nodes: layout.pupils.map(({ id, x, y, labelBox }) => ({
      id,
      x,
      y,
      r: layout.nodeRadius,
      label: { x: labelBox.left, y: labelBox.top, width: labelBox.width, height: labelBox.height },
    })),
    edges: layout.ties.map(({ from, to, mutual, control }) => ({
      source: from,
      target: to,
      mutual,
      control,
    })),
    ...layoutQuality(layout),
  };
};
