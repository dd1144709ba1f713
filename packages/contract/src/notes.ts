import Type, { type Static } from 'typebox';
import { Count, Id, Moment, Shape } from './shared-shapes.ts';

/** What staff write about a pupil: something, and not a book. */
export const WrittenText = Type.String({ minLength: 3, maxLength: 8000, pattern: '\\S' });

const Written = { text: Type.String(), by: Type.String(), at: Moment };

/** Whose view stands beside a statement. */
export const WhoseView = Type.Union([Type.Literal('pupil'), Type.Literal('guardian')]);
export type WhoseView = Static<typeof WhoseView>;

export const NoteView = Shape({ viewId: Id, whose: WhoseView, ...Written });
export type NoteView = Static<typeof NoteView>;

/** An entry in the log of a pupil. The last version holds; those before it are what it said. */
export const Note = Shape({
  noteId: Id,
  versions: Type.Array(Shape({ version: Count, ...Written })),
  withdrawn: Type.Union([Shape({ by: Type.String(), at: Moment }), Type.Null()]),
  views: Type.Array(NoteView),
});
export type Note = Static<typeof Note>;

/** The id is made where it is written, so that one sent twice is one. */
export const NewNote = Shape({ noteId: Id, text: WrittenText });
export type NewNote = Static<typeof NewNote>;

/** `version` is the one that was corrected: refused when there is a later one. */
export const CorrectNote = Shape({ version: Count, text: WrittenText });
export type CorrectNote = Static<typeof CorrectNote>;

export const WithdrawNote = Shape({ withdrawn: Type.Boolean() });

export const NewView = Shape({ viewId: Id, whose: WhoseView, text: WrittenText });
export type NewView = Static<typeof NewView>;
