import Type, { type Static } from 'typebox';

const closed = { additionalProperties: false };
const count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const id = Type.String({ minLength: 1, maxLength: 200 });
const text = Type.String({ maxLength: 2_000 });
const hidden = Type.Null();

const Row = Type.Object(
  {
    groupId: id,
    level: Type.Enum(['class', 'grade', 'school']),
    of: Type.Array(id, { minItems: 1 }),
    size: count,
    answered: Type.Union([count, hidden]),
    counts: Type.Array(Type.Object({ optionId: id, count: Type.Union([count, hidden]) }, closed)),
    mean: Type.Union([Type.Number(), hidden]),
  },
  closed,
);

const Item = Type.Object(
  {
    itemId: id,
    theme: text,
    text,
    options: Type.Array(
      Type.Object(
        {
          optionId: id,
          text,
          score: Type.Union([Type.Number(), Type.Null()]),
          of: Type.Array(id, { minItems: 1 }),
        },
        closed,
      ),
    ),
    rows: Type.Array(Row),
  },
  closed,
);

/** The column in which the options above the middle of a scale are counted together. */
export const ABOVE = 'above';

/** How the answers to several items lie together: the share above the middle of the scale, to the nearest twentieth. */
const Theme = Type.Object(
  {
    themeId: id,
    items: Type.Array(id, { minItems: 1 }),
    rows: Type.Array(
      Type.Object(
        {
          groupId: id,
          level: Type.Enum(['class', 'grade', 'school']),
          of: Type.Array(id, { minItems: 1 }),
          size: count,
          shareAbove: Type.Union([Type.Number({ minimum: 0, maximum: 1 }), hidden]),
        },
        closed,
      ),
    ),
  },
  closed,
);

/**
 * What the readers of a release get; null is a hidden value. A field that is not known here is refused: a published
 * number that nobody looks at could give a hidden one away.
 */
export const ReleasedDocument = Type.Object(
  {
    kind: Type.Enum(['wellbeing', 'sociogram']),
    roundId: id,
    roundName: text,
    tables: Type.Array(
      Type.Object(
        {
          questionnaireId: id,
          questionnaireVersion: Type.Integer(),
          fromGrade: Type.Integer(),
          toGrade: Type.Integer(),
          items: Type.Array(Item),
          themes: Type.Optional(Type.Array(Theme)),
        },
        closed,
      ),
    ),
  },
  closed,
);

const Thresholds = Type.Object({
  smallestGroup: count,
  smallestCell: count,
  smallestGroupSensitive: count,
});

/** From those who know most to those who know least; each has also seen what is released to the ones after it. */
export const tiers = ['inner', 'pupils', 'councils', 'outer'] as const;
export type Tier = (typeof tiers)[number];

/** One item in one round: every pupil is in one unit, and in one of its cells; the last column is those who were silent. */
const AuditedSystem = Type.Object({
  roundId: id,
  questionnaireId: id,
  questionnaireVersion: Type.Integer(),
  itemId: id,
  sensitive: Type.Boolean(),
  sensitiveOptions: Type.Array(id),
  options: Type.Array(id),
  units: Type.Array(Type.Object({ unitId: id, classId: id, grade: Type.Integer(), size: count })),
  tables: Type.Array(Type.Array(count), { minItems: 1 }),
  targets: Type.Array(
    Type.Object({
      of: Type.Array(id, { minItems: 1 }),
      columns: Type.Array(count, { minItems: 1 }),
      witnesses: Type.Array(Type.Tuple([count, count])),
    }),
  ),
});

/** Several items that a share counts together: a table holds those of each item, one after the other. */
const AuditedTheme = Type.Object({
  roundId: id,
  questionnaireId: id,
  questionnaireVersion: Type.Integer(),
  themeId: id,
  items: Type.Array(id, { minItems: 1 }),
  options: Type.Array(id),
  units: Type.Array(Type.Object({ unitId: id, classId: id, grade: Type.Integer(), size: count })),
  tables: Type.Array(Type.Array(count), { minItems: 1 }),
  targets: Type.Array(
    Type.Object({
      itemId: id,
      of: Type.Array(id, { minItems: 1 }),
      columns: Type.Array(count, { minItems: 1 }),
      witnesses: Type.Array(Type.Tuple([count, count])),
    }),
  ),
});

const Audit = Type.Object({
  range: Type.Integer({ minimum: 1 }),
  viewpoints: Type.Array(
    Type.Object({
      tier: Type.Enum([...tiers]),
      thresholds: Thresholds,
      ownClassKnown: Type.Boolean(),
      with: Type.Array(id),
      systems: Type.Array(AuditedSystem),
      /** The proof that shares narrow no count of their items. */
      themes: Type.Optional(Type.Array(AuditedTheme)),
    }),
  ),
});

export const ReleaseFile = Type.Object({
  format: Type.Literal('samhold-release/1'),
  releaseId: id,
  audience: Type.Enum([
    ...(['leadership', 'gradeTeam', 'staff', 'environmentTeam', 'class', 'classCouncil'] as const),
    ...(['pupilCouncil', 'parentCouncil', 'board', 'owner', 'public'] as const),
  ]),
  spec: id,
  specVersion: id,
  releasedAt: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d' }),
  thresholds: Thresholds,
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  document: ReleasedDocument,
  audit: Type.Optional(Audit),
});

export type ReleasedDocument = Static<typeof ReleasedDocument>;
export type ReleasedItem = Static<typeof Item>;
export type ReleasedTheme = Static<typeof Theme>;
export type ReleasedRow = Static<typeof Row>;
export type ReleaseFile = Static<typeof ReleaseFile>;
export type Thresholds = Static<typeof Thresholds>;
export type AuditedSystem = Static<typeof AuditedSystem>;
export type AuditedTheme = Static<typeof AuditedTheme>;
export type Viewpoint = Static<typeof Audit>['viewpoints'][number];

const tierOfAudience: Readonly<Record<ReleaseFile['audience'], Tier>> = {
  leadership: 'inner',
  gradeTeam: 'inner',
  staff: 'inner',
  environmentTeam: 'inner',
  class: 'pupils',
  classCouncil: 'pupils',
  pupilCouncil: 'pupils',
  parentCouncil: 'councils',
  board: 'councils',
  owner: 'outer',
  public: 'outer',
};

export const tierOf = ({ audience }: Pick<ReleaseFile, 'audience'>): Tier => tierOfAudience[audience];

/** Whether a reader of the tier has seen the release. */
export const hasSeen = (tier: Tier, release: Pick<ReleaseFile, 'audience'>): boolean =>
  tiers.indexOf(tierOf(release)) >= tiers.indexOf(tier);

/** The lowest a school may set (design D2), so that a file cannot lower them for itself. */
export const lowestThresholds: Readonly<Record<Tier, Thresholds>> = {
  inner: { smallestGroup: 5, smallestCell: 3, smallestGroupSensitive: 5 },
  pupils: { smallestGroup: 5, smallestCell: 3, smallestGroupSensitive: 10 },
  councils: { smallestGroup: 10, smallestCell: 5, smallestGroupSensitive: 20 },
  outer: { smallestGroup: 20, smallestCell: 5, smallestGroupSensitive: 30 },
};

/** Whether any figure but the sizes of the groups is shown. */
export const showsSomething = ({ rows }: ReleasedItem): boolean =>
  rows.some(
    ({ answered, counts, mean }) =>
      answered !== null || mean !== null || counts.some(({ count }) => count !== null),
  );
