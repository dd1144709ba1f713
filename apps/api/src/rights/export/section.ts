import { dayOf, writtenDay } from '../../calendar-days.ts';
import type { Section } from '../../case-documents/sections.ts';

export type Line = readonly [label: string, text: string];

/** One heading with its texts, each with a key of its own; nothing when nothing is said. */
export const section = (
  heading: string,
  aside: string,
  key: string,
  lines: readonly Line[],
): readonly Section[] => {
  const fields = lines.flatMap(([label, text], at) =>
    text.trim() === '' ? [] : [{ key: at === 0 ? key : `${key} ${at}`, label, text }],
  );
  return fields.length === 0 ? [] : [{ heading, aside, fields, measures: [] }];
};

export const ofDay = (moment: string | Date): string => writtenDay(dayOf(new Date(moment)));
