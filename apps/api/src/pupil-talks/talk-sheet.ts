import type { PupilTalk } from '@samhold/contract';
import { writtenDay } from '../calendar-days.ts';
import { makeDocument, type DocumentFrame } from '../documents/document.ts';

export type TalkSheet = {
  readonly frame: Omit<DocumentFrame, 'title' | 'namesPupils'>;
  /** Empty for one whose name is to be written by hand. */
  readonly pupil: string;
  readonly talk: PupilTalk;
};

/** Lines to write on by hand, where something is written before as well. */
const body = `
#let lines(count) = for _ in range(count) { v(8mm); line(length: 100%, stroke: 0.4pt + hairline) }
#let paragraphs(text) = text.split("\\n").filter(it => it.trim() != "").map(name).join(parbreak())

#block(text(size: 13pt, if content.pupil == "" { [Elev: #box(width: 60mm, line(length: 100%, stroke: 0.4pt + hairline))] } else { name(content.pupil) }))
== Det vi snakker om
#paragraphs(content.topics)
#lines(5)
== Det vi blir enige om
#paragraphs(content.agreed)
#lines(5)
== Neste gang
#if content.next == "" { lines(1) } else { content.next }
#if content.held != "" [#quiet[Samtalen ble holdt #content.held.]]
`;

/** The sheet of one pupil talk: what is prepared and agreed, and room to write by hand. */
export const talkSheet = ({ frame, pupil, talk }: TalkSheet): Buffer =>
  makeDocument({ ...frame, title: 'Elevsamtale', namesPupils: true }, body, {
    pupil,
    topics: talk.topics,
    agreed: talk.agreed,
    next: talk.nextOn === null ? '' : writtenDay(talk.nextOn),
    held: talk.heldOn === null ? '' : writtenDay(talk.heldOn),
  });
