import type { ChoiceNetwork } from '../network.ts';
import { choicesOf, type Reference, type ReferenceFile, type Row } from './reference-graph.fixture.ts';

/** The published networks, read by `read` from a folder; empty when the folder is absent and `read` is null. */
export function referenceNetworks(read: ((path: string) => string) | null) {
  const rowsOf = (path: string): Row[] => {
    const [head = [], ...lines] = (read?.(`data/${path}`) ?? '')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(',').map((field) => field.replace(/^"|"$/g, '')));
    return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
  };
  const networkOf = (reference: Reference): ChoiceNetwork => ({
    roster: reference.nodes,
    respondents: reference.nodes,
    choices: choicesOf(reference.name, rowsOf),
  });
  const file: ReferenceFile =
    read === null ? { graphs: {}, change: {} } : (JSON.parse(read('networks.json')) as ReferenceFile); // the shape is asserted by the tests
  return { file, rowsOf, networkOf };
}
