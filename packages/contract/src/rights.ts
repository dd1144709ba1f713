import Type, { type Static } from 'typebox';
import { PersonName } from './people.ts';
import { DocumentSection } from './case-documents.ts';
import { Count, Day, Id, Moment, Shape } from './shared-shapes.ts';

/** `restricted`: kept and shown to nobody (GDPR article 18). `held`: not deleted, for a claim or a complaint. */
export const HoldKind = Type.Union([Type.Literal('restricted'), Type.Literal('held')]);
export type HoldKind = Static<typeof HoldKind>;

const Reason = Type.String({ minLength: 2, maxLength: 1000, pattern: '\\S' });

export const NewHold = Shape({ holdId: Id, kind: HoldKind, reason: Reason });
export type NewHold = Static<typeof NewHold>;

export const PupilHold = Shape({
  holdId: Id,
  kind: HoldKind,
  reason: Type.String(),
  by: Type.String(),
  at: Moment,
  ended: Type.Union([Shape({ by: Type.String(), at: Moment }), Type.Null()]),
});
export type PupilHold = Static<typeof PupilHold>;

/** What is deleted with an erasure, by what staff know it as. */
export const KeptKind = Type.Union([
  Type.Literal('responses'),
  Type.Literal('choices'),
  Type.Literal('signals'),
  Type.Literal('notes'),
  Type.Literal('talks'),
]);

/** What is recorded of a pupil, on its way to whoever asked. `dueOn`: within a month (GDPR article 12 no. 3). */
export const AccessExportRow = Shape({
  exportId: Id,
  askedOn: Day,
  dueOn: Day,
  madeBy: Type.String(),
  finishedAt: Type.Union([Moment, Type.Null()]),
});
export type AccessExportRow = Static<typeof AccessExportRow>;

export const NewAccessExport = Shape({ exportId: Id, askedOn: Day });
export type NewAccessExport = Static<typeof NewAccessExport>;

export const AccessExport = Shape({
  ...AccessExportRow.properties,
  pupilId: Id,
  name: Type.String(),
  revision: Count,
  sections: Type.Array(DocumentSection),
});
export type AccessExport = Static<typeof AccessExport>;

export const PupilRights = Shape({
  pupilId: Id,
  name: Type.String(),
  className: Type.Union([Type.String(), Type.Null()]),
  kept: Type.Array(Shape({ kind: KeptKind, count: Count })),
  holds: Type.Array(PupilHold),
  exports: Type.Array(AccessExportRow),
  /** The last day this year's answers are kept by themselves. */
  keptUntil: Type.Union([Day, Type.Null()]),
  backupsKeptDays: Count,
});
export type PupilRights = Static<typeof PupilRights>;

/** `name`: the pupil's whole name, written by whoever erases, so that it is this pupil and no other. */
export const Erase = Shape({ name: Type.String({ minLength: 1, maxLength: 200 }) });
export type Erase = Static<typeof Erase>;

export const Erased = Shape({
  deleted: Count,
  backupsUntil: Day,
  /** The pupil is on no list, and nothing else speaks of the pupil: the name has gone as well. */
  nameGone: Type.Boolean(),
});
export type Erased = Static<typeof Erased>;

export const RectifyName = PersonName;

/** What the school has set, and what the clock has deleted: how many rows of which table on which day. */
export const Retention = Shape({
  answersUntil: Type.String({ pattern: '^(0[69]-(0[1-9]|[12][0-9]|30)|0[78]-(0[1-9]|[12][0-9]|3[01]))$' }),
  backupsKeptDays: Type.Integer({ minimum: 1, maximum: 3650 }),
  receipts: Type.Array(
    Shape({
      day: Day,
      backupsUntil: Day,
      classes: Type.Array(Shape({ name: Type.String(), deleted: Count })),
    }),
  ),
});
export type Retention = Static<typeof Retention>;

export const RetentionSettings = Shape({
  answersUntil: Retention.properties.answersUntil,
  backupsKeptDays: Retention.properties.backupsKeptDays,
});
export type RetentionSettings = Static<typeof RetentionSettings>;
