import type { CountSystem, Unit } from './count-system.ts';
import type { ItemSpec } from './release-item.ts';
import type { Audience, Thresholds } from './thresholds.ts';
import { audienceThresholds } from './thresholds.ts';

/** Classes «1A», «1B», «2A» …: as many in each grade as there are lists of counts, each with its number of pupils. */
export const systemOf = (
  grades: readonly (readonly (readonly [size: number, counts: readonly number[]])[])[],
  more: Partial<Pick<CountSystem['item'], 'sensitive' | 'sensitiveOptions'>> = {},
): CountSystem => {
  const classes = grades.flatMap((list, g) =>
    list.map(([size, counts], k) => ({ id: `${g + 1}${'ABCD'[k] ?? ''}`, grade: g + 1, size, counts })),
  );
  const options = classes[0]?.counts.length ?? 0;
  return {
    units: classes.map(({ id, grade, size }): Unit => ({ unitId: id, classId: id, grade, size })),
    item: {
      itemId: 'item',
      options: Array.from({ length: options }, (_, o) => ({ optionId: `o${o + 1}`, score: options - o })),
      sensitive: false,
      sensitiveOptions: [],
      ...more,
      counts: classes.map(({ counts }) => counts),
    },
  };
};

export const specOf = (
  { item }: CountSystem,
  audience: Audience,
  more: Partial<Omit<ItemSpec, 'audience' | 'thresholds'>> & { readonly thresholds?: Thresholds } = {},
): ItemSpec => ({
  audience,
  thresholds: audienceThresholds[audience],
  levels: ['class', 'grade', 'school'],
  classIds: null,
  columns: item.options.map(({ optionId, score }) => ({ optionId, score, of: [optionId] })),
  ...more,
});
