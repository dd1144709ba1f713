import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import noverlap from 'graphology-layout-noverlap';
import { labelBox } from './label-box.ts';
import type { Point, SociogramLayout } from './sociogram.ts';

type Places = ReadonlyMap<string, Point>;

const margin = 70;

/** Other places for the same class, turned into the same frame by one scale, with the same circles and names. */
export function pictureAt(ours: SociogramLayout, places: Places): SociogramLayout {
  const { width, height, nodeRadius } = ours;
  const sizes = { width, height, nodeRadius, characterWidth: 7, labelHeight: 14, labelGap: 2, gap: 4 };
  const framed = intoFrame(places, width, height);
  const pupils = ours.pupils.map(({ id, label }) => {
    const at = framed.get(id) ?? { x: 0, y: 0 };
    return { id, label, ...at, labelSide: 'below' as const, labelBox: labelBox(at, label, 'below', sizes) };
  });
  return { ...ours, pupils, ties: ours.ties.map((tie) => ({ ...tie, control: null })) };
}

/** As d3-force draws the class with its defaults (charge, links, centre; 300 ticks), and with collision when asked for. */
export function d3Picture(ours: SociogramLayout, collision = false): SociogramLayout {
  const nodes = ours.pupils.map(({ id }) => ({ id, x: NaN, y: NaN }));
  const links = ours.ties.map(({ from, to }) => ({ source: from, target: to }));
  const simulation = forceSimulation(nodes)
    .force('charge', forceManyBody())
    .force(
      'link',
      forceLink<(typeof nodes)[number], (typeof links)[number]>(links).id((node) => node.id),
    )
    .force('centre', forceCenter());
  if (collision) simulation.force('collide', forceCollide(2 * ours.nodeRadius));
  simulation.stop().tick(300);
  return pictureAt(ours, new Map(nodes.map(({ id, x, y }) => [id, { x, y }])));
}

/** As ForceAtlas2 of graphology draws it with the settings it infers, circles then parted by its noverlap. */
export function forceAtlasPicture(ours: SociogramLayout): SociogramLayout {
  const { width, height, nodeRadius } = ours;
  const graph = new UndirectedGraph();
  for (const [k, { id }] of ours.pupils.entries()) {
    const angle = (2 * Math.PI * k) / ours.pupils.length;
    graph.addNode(id, { x: Math.cos(angle), y: Math.sin(angle), size: nodeRadius });
  }
  for (const { from, to } of ours.ties) graph.addEdge(from, to);
  forceAtlas2.assign(graph, { iterations: 500, settings: forceAtlas2.inferSettings(graph) });
  const framed = intoFrame(placesOf(graph), width, height);
  for (const [id, at] of framed) graph.mergeNodeAttributes(id, at);
  noverlap.assign(graph, { maxIterations: 500, settings: { margin: 4, ratio: 1 } });
  return pictureAt(ours, placesOf(graph));
}

function placesOf(graph: UndirectedGraph): Places {
  return new Map(graph.mapNodes((id, at) => [id, { x: Number(at['x']), y: Number(at['y']) }] as const));
}

function intoFrame(places: Places, width: number, height: number): Places {
  const xs = [...places.values()].map(({ x }) => x);
  const ys = [...places.values()].map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const scale = Math.min(
    (width - 2 * margin) / Math.max(1e-9, Math.max(...xs) - left),
    (height - 2 * margin) / Math.max(1e-9, Math.max(...ys) - top),
  );
  return new Map(
    [...places].map(([id, { x, y }]) => [
      id,
      { x: margin + scale * (x - left), y: margin + scale * (y - top) },
    ]),
  );
}
