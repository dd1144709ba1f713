import type { Digraph } from './digraph.ts';

/** The sixteen classes of three pupils, named by mutual, asymmetric and null pairs and by direction. */
// prettier-ignore
export const triadClasses = [
  '003', '012', '102', '021D', '021U', '021C', '111D', '111U',
  '030T', '030C', '201', '120D', '120U', '120C', '210', '300',
] as const;

export type TriadClass = (typeof triadClasses)[number];
export type TriadCensus = Readonly<Record<TriadClass, number>>;

/**
 * The triad census (Holland & Leinhardt 1970): how many of the C(n,3) triples fall in each class.
 * 111D is the triple whose asymmetric choice points at a pupil of the mutual pair, 111U the one where it leaves.
 *
 * Only triples with a tie are visited, each once, from its first tied pair (Batagelj & Mrvar 2001); the triples of that
 * pair and somebody tied to neither, and those without a tie, follow by counting.
 */
export function triadCensus(graph: Digraph): TriadCensus {
  const { n, has, either } = graph;
  const counts = new Float64Array(triadClasses.length);
  const pair = (i: number, j: number): number => has[i * n + j]! | (has[j * n + i]! << 1);
  const near = new Int32Array(n).fill(-1);
  let visited = 0;
  for (let u = 0; u < n; u++) {
    for (const v of either[u]!) {
      if (v < u) continue;
      const uv = pair(u, v);
      let tiedToEither = 0;
      const visit = (w: number): void => {
        if (w === u || w === v || near[w] === v) return;
        near[w] = v;
        tiedToEither += 1;
        const uw = pair(u, w);
        if (w > v || (w > u && uw === 0)) {
          counts[classOf[uv | (uw << 2) | (pair(v, w) << 4)]!]! += 1;
          visited += 1;
        }
      };
      either[u]!.forEach(visit);
      either[v]!.forEach(visit);
      const others = n - 2 - tiedToEither;
      counts[classOf[uv]!]! += others;
      visited += others;
    }
    near.fill(-1);
  }
  counts[0] = n < 3 ? 0 : (n * (n - 1) * (n - 2)) / 6 - visited;
  return Object.fromEntries(triadClasses.map((name, i) => [name, counts[i]])) as Record<TriadClass, number>; // every key is set
}

// prettier-ignore
const edges = [[0, 1], [1, 0], [0, 2], [2, 0], [1, 2], [2, 1]] as const;

function classOfPattern(pattern: number): TriadClass {
  const present = edges.filter((_, bit) => (pattern & (1 << bit)) !== 0);
  const tied = (i: number, j: number): boolean => present.some(([from, to]) => from === i && to === j);
  const asymmetric = present.filter(([i, j]) => !tied(j, i));
  const mutual = (present.length - asymmetric.length) / 2;
  const missing = 3 - mutual - asymmetric.length;
  const name = `${mutual}${asymmetric.length}${missing}`;
  const senders = new Set(asymmetric.map(([i]) => i)).size;
  const receivers = new Set(asymmetric.map(([, j]) => j)).size;
  switch (name) {
    case '021':
    case '120':
      return senders === 1 ? `${name}D` : receivers === 1 ? `${name}U` : `${name}C`;
    case '030':
      return senders === 3 ? '030C' : '030T';
    case '111': {
      const receiver = asymmetric[0]![1];
      return [0, 1, 2].some((i) => tied(i, receiver) && tied(receiver, i)) ? '111D' : '111U';
    }
    default:
      return name as TriadClass; // the remaining names have no direction and are classes as they stand
  }
}

/**
 * For each of the 64 patterns the position of its class; bits 1, 2: a→b, b→a; 4, 8: a→c, c→a; 16, 32: b→c, c→b.
 */
const classOf = Uint8Array.from({ length: 64 }, (_, pattern) =>
  triadClasses.indexOf(classOfPattern(pattern)),
);
