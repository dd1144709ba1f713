import { writtenDay } from '../calendar-days.ts';
import type { DocumentFrame } from '../documents/document.ts';

/** What both sheets for the wall are made of. */
export type WallSheet = {
  readonly className: string;
  readonly schoolName: string;
  readonly usedFrom: string;
  /** The day it is made. */
  readonly day: string;
  /** In alphabetical order. */
  readonly pupils: readonly { readonly label: string; readonly place: string }[];
};

/** Names and places are all there is, and the class itself is to read them: no page warns that it is about pupils. */
export const wallFrame = (
  { className, schoolName, usedFrom, day }: WallSheet,
  title: string,
  landscape = false,
): DocumentFrame => ({
  title,
  subtitle: `${className} · fra ${writtenDay(usedFrom)}`,
  schoolName,
  day,
  namesPupils: false,
  landscape,
});
