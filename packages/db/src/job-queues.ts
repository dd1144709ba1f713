type School = { readonly schoolId: string };
type Person = School & { readonly staffId: string };
type Audited = School & { readonly publicationId: string };

/** What each kind of job carries: ids and nothing else, for a job is read by whoever may read the database. */
export type JobPayloads = {
  readonly 'clock.sweep': Readonly<Record<string, never>>;
  readonly 'clock.school': School;
  readonly 'mail.notices': Person;
  readonly 'mail.code': Person;
  readonly 'publication.audit': Audited;
  readonly 'backup.take': Readonly<Record<string, never>>;
};

export type Queue = keyof JobPayloads;

export type QueueRules = {
  /** `short` keeps one waiting job a key, `singleton` lets one job a key run at a time. */
  readonly policy: 'short' | 'singleton';
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly retryBackoff: boolean;
  /** After this long a job whose process was killed is tried again. */
  readonly expireInSeconds: number;
  readonly deleteAfterSeconds: number;
};

/** The clock looks again every minute by itself, so a look that fails is not repeated and leaves soon. */
const look: QueueRules = {
  policy: 'short',
  retryLimit: 0,
  retryDelay: 0,
  retryBackoff: false,
  expireInSeconds: 300,
  deleteAfterSeconds: 600,
};

/** Tried for about a day: a mail server may be away that long. */
const mail: QueueRules = {
  policy: 'singleton',
  retryLimit: 10,
  retryDelay: 60,
  retryBackoff: true,
  expireInSeconds: 120,
  deleteAfterSeconds: 86_400,
};

/** One that was killed is begun again once; the audit itself gives up after five minutes. */
const audit: QueueRules = {
  policy: 'short',
  retryLimit: 1,
  retryDelay: 0,
  retryBackoff: false,
  expireInSeconds: 600,
  deleteAfterSeconds: 3_600,
};

/** Of a large database it lasts long; the day's claim, not the queue, sees to it that it is tried again. */
const backup: QueueRules = { ...look, expireInSeconds: 14_400 };

export const queues: Readonly<Record<Queue, QueueRules>> = {
  'clock.sweep': look,
  'clock.school': look,
  'mail.notices': mail,
  'mail.code': mail,
  'publication.audit': audit,
  'backup.take': backup,
};

/** What jobs of one queue are told apart by. */
export const jobKey = (payload: Partial<Person & Audited>): string =>
  payload.publicationId ?? payload.staffId ?? payload.schoolId ?? '';
