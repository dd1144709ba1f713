import Type, { type Static } from 'typebox';
import { Count, Day, Id, Moment, Shape } from './shared-shapes.ts';
import { Task } from './tasks.ts';

const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Minutes = Type.String({ maxLength: 8000 });

export const PointSubject = Type.Union([
  Type.Literal('case'),
  Type.Literal('signal'),
  Type.Literal('report'),
  Type.Literal('task'),
]);
export type PointSubject = Static<typeof PointSubject>;

export const MeetingState = Type.Union([Type.Literal('planned'), Type.Literal('held')]);

export const MeetingSummary = Shape({ meetingId: Id, heldOn: Day, state: MeetingState });
export type MeetingSummary = Static<typeof MeetingSummary>;

/** `proposedOn` is the day of next week's meeting, for whoever leads; null where one stands already or no school year is left. */
export const MeetingList = Shape({
  meetings: Type.Array(MeetingSummary),
  mayLead: Type.Boolean(),
  proposedOn: OrNull(Day),
});
export type MeetingList = Static<typeof MeetingList>;

export const NewMeeting = Shape({ meetingId: Id, heldOn: Day });
export type NewMeeting = Static<typeof NewMeeting>;

/** One thing the meeting talks about. What a person may not see is not among the points, and leaves no trace there. */
export const MeetingPoint = Shape({
  itemId: Id,
  kind: Type.Union([PointSubject, Type.Literal('own')]),
  title: Type.String(),
  /** Why it is on the agenda, when it was put there. */
  reason: Type.String(),
  subjectId: OrNull(Id),
  classId: OrNull(Id),
  minutes: Type.String(),
  revision: Count,
  tasks: Type.Array(Task),
  additions: Type.Array(Shape({ text: Type.String(), by: Type.String(), at: Moment })),
});
export type MeetingPoint = Static<typeof MeetingPoint>;

export const AgendaCandidate = Shape({
  kind: PointSubject,
  subjectId: Id,
  title: Type.String(),
  reason: Type.String(),
});
export type AgendaCandidate = Static<typeof AgendaCandidate>;

const Person = { staffId: Id, name: Type.String() };

export const MeetingPage = Shape({
  meetingId: Id,
  heldOn: Day,
  state: MeetingState,
  closedAt: OrNull(Moment),
  mayLead: Type.Boolean(),
  ownStaffId: Id,
  participants: Type.Array(Shape({ ...Person, presentAt: OrNull(Moment) })),
  points: Type.Array(MeetingPoint),
  /** What could be on the agenda as well, most urgent first; for whoever leads. */
  candidates: Type.Array(AgendaCandidate),
  /** Who can be called in, and have a task. */
  staff: Type.Array(Shape(Person)),
});
export type MeetingPage = Static<typeof MeetingPage>;

export const CallIn = Shape({ staffIds: Type.Array(Id, { maxItems: 60, uniqueItems: true }) });
export type CallIn = Static<typeof CallIn>;

export const MarkPresent = Shape({ staffId: Id, present: Type.Boolean() });
export type MarkPresent = Static<typeof MarkPresent>;

/** A point of one's own, or something that could be on the agenda. */
export const AddPoint = Type.Union([
  Shape({ itemId: Id, title: Type.String({ minLength: 3, maxLength: 200, pattern: '\\S' }) }),
  Shape({ itemId: Id, kind: PointSubject, subjectId: Id }),
]);
export type AddPoint = Static<typeof AddPoint>;

/** `before` is the order seen: refused when there is another one by now. */
export const OrderPoints = Shape({
  before: Type.Array(Id, { maxItems: 200 }),
  after: Type.Array(Id, { maxItems: 200, uniqueItems: true }),
});
export type OrderPoints = Static<typeof OrderPoints>;

/** `revision` is the one that was written over: refused when there is a later one. */
export const WriteMinutes = Shape({ revision: Count, minutes: Minutes });
export type WriteMinutes = Static<typeof WriteMinutes>;

export const AddToMinutes = Shape({
  additionId: Id,
  text: Type.String({ minLength: 3, maxLength: 8000, pattern: '\\S' }),
});
export type AddToMinutes = Static<typeof AddToMinutes>;
