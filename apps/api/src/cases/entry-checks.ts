import type { ProblemCode, RecordCaseEntry, RecordableContent } from '@samhold/contract';

export type Situation = {
  /** Today. */
  readonly today: string;
  readonly concerned: readonly string[];
  /** It is about a class as such, and needs no pupil. */
  readonly ofClass: boolean;
  /** Everybody in the case. */
  readonly pupils: readonly string[];
  readonly activeStaff: ReadonlySet<string>;
  readonly accused: ReadonlySet<string>;
  readonly taking: ReadonlySet<string>;
  readonly classIds: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  /** Numbers of entries that can be corrected. */
  readonly entries: ReadonlySet<number>;
};

export type Refusal = { readonly code: ProblemCode; readonly details?: readonly string[] };

type Said<K extends RecordableContent['kind']> = Extract<RecordableContent, { readonly kind: K }>;
type Check<K extends RecordableContent['kind']> = (
  said: Said<K>,
  now: Situation,
  entry: RecordCaseEntry,
) => Refusal | undefined;

const invalid = (field: string): Refusal => ({ code: 'invalid_request', details: [field] });

/** One row for each pupil concerned, or a single one without a pupil in a case on a class as such. */
const covers = (rows: readonly { readonly pupilId: string | null }[], { concerned }: Situation): boolean => {
  const wanted = concerned.length === 0 ? [null] : concerned;
  return rows.length === wanted.length && wanted.every((id) => rows.some(({ pupilId }) => pupilId === id));
};

const staffRefusal = (staffId: string, now: Situation, field: string): Refusal | undefined => {
  // An accused is nobody who can be chosen; whoever writes this knows who it is.
  if (now.accused.has(staffId)) return invalid(field);
  return now.activeStaff.has(staffId) ? undefined : { code: 'staff_inactive', details: [field] };
};

const plan: Check<'plan'> = (said, now, { occurredOn }) => {
  if (said.evaluateOn.length === 0) return { code: 'plan_without_evaluation', details: ['evaluateOn'] };
  if (said.evaluateOn.some((day) => day < occurredOn)) return invalid('evaluateOn');
  if (!covers(said.views, now)) return { code: 'plan_incomplete', details: ['views'] };
  for (const [at, measure] of said.measures.entries()) {
    const field = (name: string): string => `measures/${at}/${name}`;
    if (measure.toOn < measure.fromOn) return invalid(field('toOn'));
    if (measure.classId !== null && !now.classIds.has(measure.classId)) return invalid(field('classId'));
    const refused = staffRefusal(measure.responsibleId, now, field('responsibleId'));
    if (refused !== undefined) return refused;
  }
  const ids = said.measures.map(({ measureId }) => measureId);
  return new Set(ids).size === ids.length ? undefined : invalid('measures');
};

const evaluation: Check<'evaluation'> = (said, now, { occurredOn }) => {
  const rated = said.effects.map(({ measureId }) => measureId);
  const all = rated.length === now.measures.size && [...now.measures].every((id) => rated.includes(id));
  if (!all) return invalid('effects');
  if (!covers(said.pupilViews, now)) return invalid('pupilViews');
  const goesOn = said.effects.some(({ next }) => next !== 'end');
  if (goesOn && said.nextOn === null) return { code: 'plan_without_evaluation', details: ['nextOn'] };
  return said.nextOn !== null && said.nextOn < occurredOn ? invalid('nextOn') : undefined;
};

const inCase: (now: Situation, pupilId: string | null) => Refusal | undefined = (now, pupilId) =>
  pupilId !== null && now.pupils.includes(pupilId) ? undefined : invalid('pupilId');

const checks: { readonly [K in RecordableContent['kind']]?: Check<K> } = {
  immediate_measures: ({ chosen, own, why }) =>
    chosen.length === 0 && own.trim() === '' && why.trim() === '' ? invalid('chosen') : undefined,
  pupil_heard: (_said, now, { pupilId }) => inCase(now, pupilId),
  pupil_removed: (_said, now, { pupilId }) =>
    // A case is about somebody.
    !now.ofClass && now.concerned.length === 1 && now.concerned[0] === pupilId
      ? invalid('pupilId')
      : inCase(now, pupilId),
  pupil_added: (_said, now, { pupilId }) =>
    pupilId === null || now.pupils.includes(pupilId) ? invalid('pupilId') : undefined,
  plan,
  evaluation,
  measure_followed: ({ measureId }, now) => (now.measures.has(measureId) ? undefined : invalid('measureId')),
  closed: ({ words }, now) => (covers(words, now) ? undefined : invalid('words')),
  staff_added: ({ staffId }, now) => staffRefusal(staffId, now, 'staffId'),
  staff_removed: ({ staffId }, now) => (now.taking.has(staffId) ? undefined : invalid('staffId')),
  split: ({ pupilIds }, now) =>
    pupilIds.every((id) => now.pupils.includes(id)) && new Set(pupilIds).size === pupilIds.length
      ? undefined
      : invalid('pupilIds'),
  correction: (_said, now, { corrects }) =>
    corrects !== null && now.entries.has(corrects) ? undefined : invalid('corrects'),
  // Of the case as a whole, or beside one thing that is written in it.
  view: (_said, now, { corrects }) =>
    corrects === null || now.entries.has(corrects) ? undefined : invalid('corrects'),
};

const aboutPupil: ReadonlySet<string> = new Set([
  'pupil_heard',
  'pupil_added',
  'pupil_removed',
  'view',
  'note',
]);

/** Why an entry cannot stand as it is, if it cannot; what duties are left is asked elsewhere. */
export const refusalOf = (entry: RecordCaseEntry, now: Situation): Refusal | undefined => {
  const { content, occurredOn, pupilId, corrects } = entry;
  if (occurredOn > now.today) return { code: 'date_in_future', details: ['occurredOn'] };
  if (corrects !== null && content.kind !== 'correction' && content.kind !== 'view')
    return invalid('corrects');
  if (pupilId !== null && !aboutPupil.has(content.kind)) return invalid('pupilId');
  if (pupilId !== null && content.kind !== 'pupil_added' && !now.pupils.includes(pupilId))
    return invalid('pupilId');
  // The row of the table is the one of the content's own kind.
  const check = checks[content.kind] as Check<RecordableContent['kind']> | undefined;
  return check?.(content, now, entry);
};
