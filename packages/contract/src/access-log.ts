import Type, { type Static } from 'typebox';
import { PupilOfSchool } from './incidents.ts';
import { RelationKind } from './staff-session.ts';
import { Count, Day, Id, Moment, Shape } from './shared-shapes.ts';

/** Everything the access log can say somebody did. */
export const loggedActions = [
  'access.granted',
  'access.ended',
  'training.confirmed',
  'identity.bind',
  'invitation.make',
  'session.begun',
  'session.ended',
  'account.give',
  'account.reset',
  'account.set_up',
  'account.password',
  'account.codes',
  'realms.set',
  'picture-cards.read',
  'badges.print',
  'class-list.read',
  'hidden-pupils.read',
  'pupil.hidden',
  'pupil.shown',
  'pupils.search',
  'sociogram.read',
  'sociogram.saved',
  'grade-sociogram.read',
  'grade-sociogram.open',
  'grade-sociogram.end',
  'wellbeing.read',
  'wellbeing.opened',
  'class-summary.release',
  'release-record.read',
  'response.void',
  'response.restore',
  'signals.read',
  'school-signals.read',
  'signal.opened',
  'signal.verify',
  'signal.view',
  'class-pupils.read',
  'pupil.read',
  'note.write',
  'note.correct',
  'note.withdraw',
  'note.stand-again',
  'note.view',
  'pupil-talk.read',
  'pupil-talks.read',
  'talk-wishes.read',
  'talk-wish.open',
  'arrangements.read',
  'arrangement.printed',
  'class-measures.read',
  'measure-effect.read',
  'survey-follow-up.read',
  'incident.file',
  'incident.addition',
  'incident.seen',
  'incident.guardians_told',
  'incident.logged',
  'incident.in_case',
  'incident.owner_told',
  'incident.accused_named',
  'incident.read',
  'incidents.read',
  'incidents.own',
  'cases.read',
  'case-choices.read',
  'case.read',
  'case.recorded',
  'case.document',
  'case.export',
  'case.received',
  'case.retention',
  'case-effect.read',
  'investigation.prepare',
  'investigation.seen',
  'investigation.open',
  'investigation.read',
  'investigation.reply',
  'investigation.reader-added',
  'investigation.reader-removed',
  'meeting.read',
  'meeting.printed',
  'task.given',
  'access-export.begun',
  'access-export.finished',
  'access-export.read',
  'pupil-rights.read',
  'pupil.erased',
  'pupil.held',
  'pupil.restricted',
  'pupil.hold',
  'pupil.rectified',
  'retention.set',
  'school.closing',
  'school.handed_over',
  'readers.read',
  'unusual-reads.read',
] as const;
export type LoggedAction = (typeof loggedActions)[number];

const orNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);
const Action = Type.Unsafe<LoggedAction>(Type.String());

/** One opening of what is recorded about a pupil. */
export const AccessEntry = Shape({
  sequence: Count,
  at: Moment,
  staffName: Type.String(),
  /** What the person was here then. */
  roles: Type.Array(RelationKind),
  action: Action,
  /** The pupil alone, or somebody or something the pupil is among. */
  subject: Type.Union([
    Type.Literal('pupil'),
    Type.Literal('class'),
    Type.Literal('case'),
    Type.Literal('meeting'),
  ]),
  /** The reason somebody chose, where one is asked for. */
  reason: orNull(Type.String()),
});
export type AccessEntry = Static<typeof AccessEntry>;

/** Newest first; `before` asks for the page after it. */
export const PupilReaders = Shape({
  pupil: PupilOfSchool,
  entries: Type.Array(AccessEntry),
  before: orNull(Count),
});
export type PupilReaders = Static<typeof PupilReaders>;

export const UnusualRule = Type.Union([
  Type.Literal('outside_own_classes'),
  Type.Literal('outside_school_hours'),
  Type.Literal('many_at_once'),
]);
export type UnusualRule = Static<typeof UnusualRule>;

/** What one person did in a week that a rule asks somebody to look at. It says nothing of why. */
export const UnusualReads = Shape({
  weekStartsOn: Day,
  weekEndsOn: Day,
  /** The week before, while the log goes that far back; and the one after, when it is over. */
  earlier: orNull(Day),
  later: orNull(Day),
  found: Type.Array(
    Shape({
      rule: UnusualRule,
      staffId: Id,
      staffName: Type.String(),
      roles: Type.Array(RelationKind),
      count: Count,
      firstAt: Moment,
      lastAt: Moment,
      actions: Type.Array(Shape({ action: Action, count: Count, reason: orNull(Type.String()) })),
    }),
  ),
});
export type UnusualReads = Static<typeof UnusualReads>;
