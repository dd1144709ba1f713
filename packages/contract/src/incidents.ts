import Type, { type Static } from 'typebox';
import { WrittenText } from './notes.ts';
import { Count, Day, Id, Moment, Shape } from './shared-shapes.ts';

const orNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);

export const incidentPlaces = [
  'classroom',
  'playground',
  'corridor',
  'changing_room',
  'gym',
  'after_school',
  'way_to_school',
  'trip',
  'online',
  'elsewhere',
] as const;
export type IncidentPlace = (typeof incidentPlaces)[number];
const Place = Type.Unsafe<IncidentPlace>(Type.Union(incidentPlaces.map((place) => Type.Literal(place))));

export const IncidentTeller = Type.Union([
  Type.Literal('employee'),
  Type.Literal('guardian'),
  Type.Literal('pupil'),
]);
export type IncidentTeller = Static<typeof IncidentTeller>;

/** Hour and minute, where somebody knows. */
const Time = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

const Told = {
  toldBy: IncidentTeller,
  happenedOn: Day,
  happenedAt: orNull(Time),
  place: Place,
  /** What the writer saw, heard or was told. */
  seen: WrittenText,
  /** What the writer did. */
  done: Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' }),
  /** Somebody used force to stop harm. */
  physical: Type.Boolean(),
};

/** The id is made where it is written, so that one sent twice is one. */
export const NewIncident = Shape({
  reportId: Id,
  ...Told,
  /** May be empty: whoever is not found is named in the words. */
  pupilIds: Type.Array(Id, { maxItems: 20, uniqueItems: true }),
  /** Under § 12-5: whom it is about, where that is known, and whether it is somebody of the leadership. */
  aboutStaff: orNull(
    Shape({ staffIds: Type.Array(Id, { maxItems: 10, uniqueItems: true }), leadership: Type.Boolean() }),
  ),
});
export type NewIncident = Static<typeof NewIncident>;

export const PupilOfSchool = Shape({ pupilId: Id, name: Type.String(), className: Type.String() });
export type PupilOfSchool = Static<typeof PupilOfSchool>;

/** By class and name; `more` when others match too. */
export const FoundPupils = Shape({ pupils: Type.Array(PupilOfSchool), more: Type.Boolean() });
export type FoundPupils = Static<typeof FoundPupils>;

const Colleague = Shape({ staffId: Id, name: Type.String() });

export const IncidentForm = Shape({
  colleagues: Type.Array(Colleague),
  /** Somebody at the kommune is registered to take what is about leadership. */
  ownerReceives: Type.Boolean(),
  /** Training in privacy is held, so that pupils can be found by name. */
  mayFindPupils: Type.Boolean(),
});
export type IncidentForm = Static<typeof IncidentForm>;

/** What one has filed oneself, and no more of what became of it than that somebody has it. */
export const OwnIncident = Shape({
  reportId: Id,
  filedAt: Moment,
  ...Told,
  aboutStaff: Type.Boolean(),
  pupils: Type.Array(PupilOfSchool),
  standing: Type.Union([Type.Literal('received'), Type.Literal('followed_up')]),
  additions: Type.Array(Shape({ text: Type.String(), at: Moment })),
});
export type OwnIncident = Static<typeof OwnIncident>;

/** Newest first. */
export const OwnIncidents = Shape({ reports: Type.Array(OwnIncident) });
export type OwnIncidents = Static<typeof OwnIncidents>;

export const AddToIncident = Shape({ text: WrittenText });
export type AddToIncident = Static<typeof AddToIncident>;

export const IncidentState = Type.Union([
  Type.Literal('new'),
  Type.Literal('logged'),
  Type.Literal('in_case'),
]);
export type IncidentState = Static<typeof IncidentState>;

const Row = {
  reportId: Id,
  filedAt: Moment,
  filedBy: Type.String(),
  toldBy: IncidentTeller,
  happenedOn: Day,
  place: Place,
  pupils: Type.Array(PupilOfSchool),
  physical: Type.Boolean(),
  guardiansTold: Type.Boolean(),
  aboutStaff: Type.Boolean(),
  state: IncidentState,
  /** Somebody who receives it has said so. */
  received: Type.Boolean(),
  caseId: orNull(Id),
  /** Nobody has decided yet, or guardians are still to be informed of force that was used. */
  open: Type.Boolean(),
};

/** Those that are open first, then the newest. */
export const IncidentList = Shape({ reports: Type.Array(Shape(Row)) });
export type IncidentList = Static<typeof IncidentList>;
export type IncidentRow = IncidentList['reports'][number];

export const IncidentStepKind = Type.Union([
  Type.Literal('seen'),
  Type.Literal('guardians_told'),
  Type.Literal('logged'),
  Type.Literal('in_case'),
  Type.Literal('addition'),
  Type.Literal('owner_told'),
  Type.Literal('accused_named'),
]);
export type IncidentStepKind = Static<typeof IncidentStepKind>;

export const Incident = Shape({
  ...Row,
  happenedAt: orNull(Time),
  seen: Type.String(),
  done: Type.String(),
  /** Of the leadership: the owner has it, and nobody at the school. */
  aboutLeadership: Type.Boolean(),
  accused: Type.Array(Colleague),
  revision: Count,
  steps: Type.Array(
    Shape({
      number: Count,
      kind: IncidentStepKind,
      occurredOn: Day,
      text: Type.String(),
      by: Type.String(),
      at: Moment,
    }),
  ),
});
export type Incident = Static<typeof Incident>;

const revision = { revision: Count };

/** `revision` is the one that was read: refused when somebody else has done something since. */
export const RecordIncidentStep = Type.Union([
  Shape({ kind: Type.Literal('seen'), ...revision }),
  Shape({ kind: Type.Literal('guardians_told'), ...revision, occurredOn: Day, text: WrittenText }),
  Shape({ kind: Type.Literal('logged'), ...revision, text: WrittenText }),
  Shape({ kind: Type.Literal('addition'), ...revision, text: WrittenText }),
  Shape({ kind: Type.Literal('owner_told'), ...revision, text: WrittenText }),
  /** Into a case that is there; one is opened from a report by its own route. */
  Shape({ kind: Type.Literal('in_case'), ...revision, caseId: Id }),
  Shape({
    kind: Type.Literal('accused_named'),
    ...revision,
    staffIds: Type.Array(Id, { minItems: 1, maxItems: 10, uniqueItems: true }),
  }),
]);
export type RecordIncidentStep = Static<typeof RecordIncidentStep>;
