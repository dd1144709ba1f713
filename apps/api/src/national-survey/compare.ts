import { keyOf, sameMeasures, type Figure } from './files/figure.ts';

/** How many of the figures in a file are new, how many differ from those in use, and how many are the same. */
export const compareFigures = (inUse: readonly Figure[], inFile: readonly Figure[]) => {
  const known = new Map(inUse.map((figure) => [keyOf(figure), figure]));
  const counts = { new: 0, changed: 0, same: 0 };
  for (const figure of inFile) {
    const before = known.get(keyOf(figure));
    if (before === undefined) counts.new += 1;
    else if (sameMeasures(before, figure)) counts.same += 1;
    else counts.changed += 1;
  }
  return counts;
};
