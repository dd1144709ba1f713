import Type, { type Static } from 'typebox';
import { Day, Id, Moment, Shape } from './shared-shapes.ts';

/** Something to know about a round of one's own class. It names no pupil. */
export const NoticeView = Shape({
  noticeId: Id,
  kind: Type.Union([
    Type.Literal('round_opens_soon'),
    Type.Literal('round_opened'),
    Type.Literal('pupils_missing'),
    Type.Literal('results_ready'),
    Type.Literal('talk_wished'),
    Type.Literal('talk_unopened'),
  ]),
  madeAt: Moment,
  classId: Id,
  className: Type.String(),
  roundName: Type.String(),
  opensOn: Day,
  /** Of the class's sitting, when it has one. */
  closesAt: Type.Union([Moment, Type.Null()]),
  sittingId: Type.Union([Id, Type.Null()]),
});
export type NoticeView = Static<typeof NoticeView>;

/** Unread, newest first. */
export const NoticeList = Shape({ notices: Type.Array(NoticeView) });
export type NoticeList = Static<typeof NoticeList>;

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
