import { writtenDay } from '../calendar-days.ts';
import { makeDocument } from '../documents/document.ts';

const body = `
#let lines(count) = for _ in range(count) { v(8mm); line(length: 100%, stroke: 0.4pt + hairline) }
#for (at, point) in content.points.enumerate() {
  block(breakable: false)[
    == #str(at + 1). #name(point.title)
    #if point.reason != "" { quiet(name(point.reason)) }
    #lines(3)
  ]
}
`;

/**
 * The agenda to have on the table: kinds and references instead of names, and room to write. What is about an employee (§ 12-5) is
 * never among the points.
 */
export const agendaSheet = (sheet: {
  readonly heldOn: string;
  readonly schoolName: string;
  readonly day: string;
  readonly points: readonly { readonly title: string; readonly reason: string }[];
}): Buffer =>
  makeDocument(
    {
      title: 'Elevsaksmøte',
      subtitle: writtenDay(sheet.heldOn),
      schoolName: sheet.schoolName,
      day: sheet.day,
      namesPupils: false,
    },
    body,
    { points: sheet.points },
  );
