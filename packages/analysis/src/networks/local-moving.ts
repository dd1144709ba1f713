/** An undirected graph with weights; `links[v]` holds [neighbour, weight], `degree[v]` counts inner weight twice. */
export type WeightedGraph = {
  readonly links: readonly (readonly (readonly [number, number])[])[];
  readonly degree: readonly number[];
};

/**
 * Moves one vertex at a time to the neighbouring part, or to a part of its own, that raises modularity most, until no
 * move does (the first phase of Blondel et al. 2008). `labels` holds numbers below n and is changed in place.
 *
 * Gains are integers. A vertex stays unless it gains strictly; between equal gains the lowest label wins.
 */
export function moveVertices(graph: WeightedGraph, labels: Int32Array, order: readonly number[]): boolean {
  const ends = graph.degree.reduce((sum, degree) => sum + degree, 0);
  const total = new Float64Array(labels.length);
  const size = new Int32Array(labels.length);
  labels.forEach((label, v) => {
    total[label]! += graph.degree[v]!;
    size[label]! += 1;
  });
  let movedAny = false;
  for (let moved = true; moved;) {
    moved = false;
    for (const v of order) {
      const from = labels[v]!;
      const degree = graph.degree[v]!;
      total[from]! -= degree;
      size[from]! -= 1;
      const weightTo = new Map<number, number>([[from, 0]]);
      for (const [w, weight] of graph.links[v]!) {
        weightTo.set(labels[w]!, (weightTo.get(labels[w]!) ?? 0) + weight);
      }
      let best = from;
      let most = ends * weightTo.get(from)! - degree * total[from]!;
      if (most < 0) [best, most] = [size.indexOf(0), 0];
      for (const [label, weight] of weightTo) {
        const gain = ends * weight - degree * total[label]!;
        if (gain > most || (gain === most && best !== from && label < best)) [best, most] = [label, gain];
      }
      labels[v] = best;
      total[best]! += degree;
      size[best]! += 1;
      if (best !== from) moved = movedAny = true;
    }
  }
  return movedAny;
}
