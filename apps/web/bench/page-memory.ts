import type { CDPSession } from '@playwright/test';

export type PageMemory = {
  /** Bytes of what the page's own JavaScript holds: values, objects and functions, without their compiled code. */
  readonly held: number;
  /** Bytes of the whole JavaScript heap. */
  readonly heap: number;
  /** Nodes of the document, and those taken out of it that something still holds. */
  readonly nodes: number;
};

/** As V8 writes it: the nodes one after the other in one list, a number for each field. */
type Snapshot = {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
};

/** Code grows while the engine makes fast what is used often; `native` is the browser's own, notes of slow frames among it. */
const notHeld: ReadonlySet<string | undefined> = new Set(['code', 'native', 'synthetic']);

const heldIn = ({ snapshot: { meta }, nodes }: Snapshot): number => {
  const [types] = meta.node_types;
  const size = meta.node_fields.indexOf('self_size');
  const type = meta.node_fields.indexOf('type');
  let held = 0;
  for (let at = 0; at < nodes.length; at += meta.node_fields.length)
    if (!notHeld.has(types[nodes[at + type] ?? -1])) held += nodes[at + size] ?? 0;
  return held;
};

/** After what is out of use has been collected. */
export const memoryOf = async (devtools: CDPSession): Promise<PageMemory> => {
  for (let turn = 0; turn < 3; turn += 1) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  let written = '';
  const add = ({ chunk }: { readonly chunk: string }): void => {
    written += chunk;
  };
  devtools.on('HeapProfiler.addHeapSnapshotChunk', add);
  await devtools.send('HeapProfiler.takeHeapSnapshot');
  devtools.off('HeapProfiler.addHeapSnapshotChunk', add);
  return { held: heldIn(JSON.parse(written) as Snapshot), heap: usedSize, nodes }; // V8's own format
};
