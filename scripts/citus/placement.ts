import type { SchemaTable } from '../../packages/db/src/index.ts';

type Known = Pick<SchemaTable, 'name' | 'tenant' | 'parents'>;

/** Where each table lies when schools are spread over machines; parents first in each list. */
export type Placement = {
  /** A copy on every machine. */
  readonly reference: readonly string[];
  /** In shards by school_id, all rows of a school on one machine. */
  readonly distributed: readonly string[];
  /** On the coordinator alone, as before. */
  readonly local: readonly string[];
};

/**
 * A table that is not divided by school is copied to every machine when foreign keys tie it to one that is: between a copied
 * table and one that is not, keys are kept with limits only. `tables` are given parents first. Throws when one that is not divided refers
 * to one that is.
 */
export const placeTables = (tables: readonly Known[]): Placement => {
  const distributed = new Set(tables.filter(({ tenant }) => tenant).map(({ name }) => name));
  const others = tables.filter(({ tenant }) => !tenant);
  for (const { name, parents } of others) {
    const parent = parents.find((candidate) => distributed.has(candidate));
    if (parent !== undefined)
      throw new Error(`${name} is not divided by school and refers to ${parent}, which is.`);
  }
  const reference = new Set(
    tables.flatMap(({ tenant, parents }) => (tenant ? parents.filter((name) => !distributed.has(name)) : [])),
  );
  const isTied = ({ name, parents }: Known): boolean =>
    parents.some((parent) => reference.has(parent)) ||
    others.some((child) => reference.has(child.name) && child.parents.includes(name));
  for (let size = -1; size !== reference.size;) {
    size = reference.size;
    for (const table of others) if (isTied(table)) reference.add(table.name);
  }
  const names = tables.map(({ name }) => name);
  return {
    reference: names.filter((name) => reference.has(name)),
    distributed: names.filter((name) => distributed.has(name)),
    local: names.filter((name) => !reference.has(name) && !distributed.has(name)),
  };
};
