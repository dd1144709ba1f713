type Child = { readonly name: string; readonly parents: readonly string[] };

/** Tables, each after those its foreign keys lead to; as given where that says nothing. Throws when they lead in a ring. */
export const parentsFirst = <T extends Child>(tables: readonly T[]): readonly T[] => {
  const waiting = [...tables];
  const placed = new Set<string>();
  const ordered: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ parents }) => parents.every((parent) => placed.has(parent)));
    const [table] = waiting.splice(next, next < 0 ? 0 : 1);
    if (table === undefined)
      throw new Error(`Tables lead to each other in a ring: ${waiting.map(({ name }) => name).join(', ')}.`);
    ordered.push(table);
    placed.add(table.name);
  }
  return ordered;
};
