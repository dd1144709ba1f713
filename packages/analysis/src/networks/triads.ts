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
 */
export function triadCensus(graph: Digraph): TriadCensus {
  const classOf = classByPattern();
  const { n, has } = graph;
  const counts = Object.fromEntries(triadClasses.map((name) => [name, 0])) as Record<TriadClass, number>; // every key is set
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const ab = has[a * n + b]! | (has[b * n + a]! << 1);
      for (let c = b + 1; c < n; c++) {
        const ac = has[a * n + c]! | (has[c * n + a]! << 1);
        const bc = has[b * n + c]! | (has[c * n + b]! << 1);
        counts[classOf[ab | (ac << 2) | (bc << 4)]!] += 1;
      }
    }
  }
  return counts;
}

/** The class of each of the 64 patterns; bits 1, 2: a→b, b→a; 4, 8: a→c, c→a; 16, 32: b→c, c→b. */
function classByPattern(): readonly TriadClass[] {
  return Array.from({ length: 64 }, (_, pattern) => classOfPattern(pattern));
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
