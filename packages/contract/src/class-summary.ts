import Type, { type Static } from 'typebox';
import { Id, Moment, Shape } from './shared-shapes.ts';
import { ReleasedDocument } from './rounds.ts';
import { SittingSummary } from './sittings.ts';

const Released = Shape({
  releaseId: Id,
  releasedAt: Moment,
  document: ReleasedDocument,
  /** What the teacher has chosen to show; null before the first choice. */
  chosen: Type.Union([Type.Array(Type.String()), Type.Null()]),
});

/** What one closed round may show to its own class: frozen when it was made; null until then. */
export const ClassSummary = Shape({
  classId: Id,
  className: Type.String(),
  /** Every closed wellbeing round of the class, newest first, and whether its summary is made. */
  rounds: Type.Array(Shape({ sitting: SittingSummary, made: Type.Boolean() })),
  /** The round looked at; null before the first has closed. */
  sittingId: Type.Union([Id, Type.Null()]),
  summary: Type.Union([Released, Type.Null()]),
});
export type ClassSummary = Static<typeof ClassSummary>;

export const ChooseSummary = Shape({
  itemIds: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 100, uniqueItems: true }),
});
export type ChooseSummary = Static<typeof ChooseSummary>;
