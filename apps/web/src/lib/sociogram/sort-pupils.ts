import type { ShownPupil } from '@samhold/analysis';

export type PupilOrder = 'name' | 'received';

/** By name, or by received choices from few to many so that those to look after come first; names break ties. */
export const sortPupils = (pupils: readonly ShownPupil[], order: PupilOrder): readonly ShownPupil[] => {
  const byName = (a: ShownPupil, b: ShownPupil) => a.label.localeCompare(b.label, 'nb');
  return [...pupils].sort((a, b) =>
    order === 'name' ? byName(a, b) : a.received - b.received || byName(a, b),
  );
};
