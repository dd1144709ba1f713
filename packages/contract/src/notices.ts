import Type, { type Static } from 'typebox';
import { Day, Id, Moment, Shape } from './shared-shapes.ts';

export const MailChoice = Type.Union([
  Type.Literal('at_once'),
  Type.Literal('daily'),
  Type.Literal('weekly'),
  Type.Literal('none'),
]);
export type MailChoice = Static<typeof MailChoice>;

/** What a person can choose of mail about a subject; the first is what holds until then. Without `none` it cannot be muted. */
export const noticeSubjects = {
  rounds: ['at_once', 'daily', 'weekly', 'none'],
  talks: ['at_once', 'daily'],
  signals: ['at_once', 'daily', 'weekly'],
  cases: ['at_once', 'daily'],
  access: ['at_once', 'daily', 'weekly'],
  account: ['at_once'],
} as const satisfies Readonly<Record<string, readonly MailChoice[]>>;
export type NoticeSubject = keyof typeof noticeSubjects;

/**
 * Every kind of notice, the subject it is mailed under, and who is shown it: whoever was told (`person`), or of them those
 * who are contact teachers of the class now (`teachers`), or they and its substitutes (`runners`).
 */
export const noticeKinds = {
  round_opens_soon: { subject: 'rounds', shownTo: 'runners' },
  round_opened: { subject: 'rounds', shownTo: 'runners' },
  pupils_missing: { subject: 'rounds', shownTo: 'runners' },
  handed_back: { subject: 'rounds', shownTo: 'teachers' },
  results_ready: { subject: 'rounds', shownTo: 'teachers' },
  talk_wished: { subject: 'talks', shownTo: 'person' },
  talk_unopened: { subject: 'talks', shownTo: 'person' },
  signals_wait: { subject: 'signals', shownTo: 'teachers' },
  signals_wait_long: { subject: 'signals', shownTo: 'person' },
  incident_filed: { subject: 'cases', shownTo: 'person' },
  account_reset: { subject: 'account', shownTo: 'person' },
  account_set_up: { subject: 'account', shownTo: 'person' },
  unusual_reads: { subject: 'access', shownTo: 'person' },
  evaluation_due: { subject: 'cases', shownTo: 'person' },
  evaluation_overdue: { subject: 'cases', shownTo: 'person' },
  force_used: { subject: 'cases', shownTo: 'person' },
  backup_failed: { subject: 'access', shownTo: 'person' },
} as const satisfies Readonly<
  Record<string, { readonly subject: NoticeSubject; readonly shownTo: 'person' | 'teachers' | 'runners' }>
>;
export type NoticeKind = keyof typeof noticeKinds;

// Object.keys of a constant object has its keys.
const kinds = Object.keys(noticeKinds) as NoticeKind[];
const subjects = Object.keys(noticeSubjects) as NoticeSubject[];

const orNull = <T extends Type.TSchema>(type: T) => Type.Union([type, Type.Null()]);

/** Something to know. It names no pupil; what it is about is null where it is about none. */
export const NoticeView = Shape({
  noticeId: Id,
  kind: Type.Unsafe<NoticeKind>(Type.Union(kinds.map((kind) => Type.Literal(kind)))),
  madeAt: Moment,
  classId: orNull(Id),
  className: orNull(Type.String()),
  roundName: orNull(Type.String()),
  opensOn: orNull(Day),
  /** Of the class's sitting, when it has one. */
  closesAt: orNull(Moment),
  sittingId: orNull(Id),
  caseId: orNull(Id),
});
export type NoticeView = Static<typeof NoticeView>;

/** Unread, newest first. */
export const NoticeList = Shape({ notices: Type.Array(NoticeView) });
export type NoticeList = Static<typeof NoticeList>;

/** Hour and minute by the clock in Norway. */
export const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

/** When a person wants mail about what, and when never: quiet hours last over the night, from an evening to a morning. */
export const NoticeSettings = Shape({
  choices: Type.Array(
    Shape({
      subject: Type.Unsafe<NoticeSubject>(Type.Union(subjects.map((subject) => Type.Literal(subject)))),
      mailed: MailChoice,
    }),
    { maxItems: 20 },
  ),
  quietHours: orNull(Shape({ from: ClockTime, to: ClockTime })),
  quietWeekends: Type.Boolean(),
  quietFreeDays: Type.Boolean(),
});
export type NoticeSettings = Static<typeof NoticeSettings>;

/** An address without spaces, brackets or lines: what may stand in the head of a mail. */
const Address = Type.String({
  maxLength: 254,
  pattern: '^[^\\s@<>()\\[\\]\\\\,;:"]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$',
});

/** The mail address of whoever asks, and whether this installation sends mail at all. */
export const OwnMail = Shape({
  mailIsSet: Type.Boolean(),
  email: Type.Union([Type.String(), Type.Null()]),
  confirmed: Type.Boolean(),
});
export type OwnMail = Static<typeof OwnMail>;

export const GiveMail = Shape({ email: Address });
export type GiveMail = Static<typeof GiveMail>;

export const ConfirmMail = Shape({ code: Type.String({ pattern: '^[0-9]{6}$' }) });
export type ConfirmMail = Static<typeof ConfirmMail>;
