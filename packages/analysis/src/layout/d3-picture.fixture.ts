import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import { labelBox } from './label-box.ts';
import type { SociogramLayout } from './sociogram.ts';

/**
 * The same class as d3-force draws it with its defaults (charge, links, centre; 300 ticks), turned into the same frame
 * by one scale for both directions, with the same circles and names.
 */
export function d3Picture(ours: SociogramLayout): SociogramLayout {
  const { width, height, nodeRadius } = ours;
  const nodes = ours.pupils.map(({ id, label }) => ({ id, label, x: NaN, y: NaN }));
  const links = ours.ties.map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(nodes)
    .force('charge', forceManyBody())
    .force(
      'link',
      forceLink<(typeof nodes)[number], (typeof links)[number]>(links).id((node) => node.id),
    )
    .force('centre', forceCenter())
    .stop()
    .tick(300);
  const sizes = { width, height, nodeRadius, characterWidth: 7, labelHeight: 14, labelGap: 2, gap: 4 };
  const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const margin = 70;
  const scale = Math.min(
    (width - 2 * margin) / Math.max(1, Math.max(...xs) - left),
    (height - 2 * margin) / Math.max(1, Math.max(...ys) - top),
  );
  const pupils = nodes.map(({ id, label, x, y }) => {
    const at = { x: margin + scale * (x - left), y: margin + scale * (y - top) };
    return { id, label, ...at, labelSide: 'below' as const, labelBox: labelBox(at, label, 'below', sizes) };
  });
  return { ...ours, pupils, ties: ours.ties.map((tie) => ({ ...tie, control: null })) };
}
