import Type, { type Static } from 'typebox';

const oneOf = <const T extends readonly string[]>(words: T) =>
  Type.Unsafe<T[number]>(Type.Union(words.map((word) => Type.Literal(word))));

/** Where a case stands in the line of duties of § 12-4. */
export const caseStages = [
  'reported',
  'told',
  'investigating',
  'investigated',
  'planned',
  'evaluated',
  'closed',
  'merged',
] as const;
export type CaseStage = (typeof caseStages)[number];
export const CaseStage = oneOf(caseStages);

/** One thing done or known in a case. */
export const caseEntryKinds = [
  'opened',
  'stepped_in',
  'no_need_to_step_in',
  'principal_told',
  'owner_told',
  'immediate_measures',
  'investigation_started',
  'pupil_heard',
  'information_checked',
  'investigation_concluded',
  'round_asked',
  'round_approved',
  'round_declined',
  'round_withdrawn',
  'round_ended',
  'round_deleted',
  'plan',
  'measure_followed',
  'evaluation',
  'closed',
  'ended',
  'reopened',
  'merged',
  'taken_in',
  'split',
  'pupil_added',
  'pupil_removed',
  'staff_added',
  'staff_removed',
  'view',
  'note',
  'correction',
] as const;
export type CaseEntryKind = (typeof caseEntryKinds)[number];
export const CaseEntryKind = oneOf(caseEntryKinds);

/** What must be there before. */
export const caseNeeds = [
  'stepped_in',
  'told',
  'every_pupil_heard',
  'information_checked',
  'investigation_concluded',
  'plan_of_every_pupil',
  'plan_evaluated',
] as const;
export type CaseNeed = (typeof caseNeeds)[number];
export const CaseNeed = oneOf(caseNeeds);

/** The duties of § 12-4 as the plan draws them (10.1–10.6). */
export const caseDuties = ['follow', 'step_in', 'tell', 'investigate', 'measures', 'evaluate'] as const;
export type CaseDuty = (typeof caseDuties)[number];
export const CaseDuty = oneOf(caseDuties);

/** `staff`: about an employee (§ 12-5). */
export const CaseKind = oneOf(['environment', 'staff']);
export type CaseKind = Static<typeof CaseKind>;

/** What a case came from. */
export const caseOrigins = [
  'staff',
  'signal',
  'talk_wish',
  'incident',
  'guardian',
  'pupil',
  'survey',
  'split',
] as const;
export const CaseOrigin = oneOf(caseOrigins);
export type CaseOrigin = Static<typeof CaseOrigin>;

/** What the plan names as measures that can be taken at once (10.4). */
export const immediateMeasures = [
  'more_supervision',
  'other_breaks',
  'daily_talks',
  'daily_contact_with_guardians',
  'other_groups',
  'other_seats',
  'more_adults',
] as const;
export const ImmediateMeasure = oneOf(immediateMeasures);
export type ImmediateMeasure = Static<typeof ImmediateMeasure>;

export const MeasureLevel = oneOf(['pupil', 'class', 'school']);
export type MeasureLevel = Static<typeof MeasureLevel>;

export const JudgedEffect = oneOf(['works', 'partly', 'none', 'too_early']);
export type JudgedEffect = Static<typeof JudgedEffect>;

export const MeasureNext = oneOf(['go_on', 'change', 'end']);
export type MeasureNext = Static<typeof MeasureNext>;

export const EvaluationPart = oneOf([
  'pupil',
  'guardians',
  'contact_teacher',
  'social_teacher',
  'leadership',
  'others',
]);
export type EvaluationPart = Static<typeof EvaluationPart>;

export const EndReason = oneOf(['moved', 'taken_over', 'other']);
export type EndReason = Static<typeof EndReason>;

/** Whose school environment it is about, or who else is involved. */
export const PupilPart = oneOf(['concerned', 'involved']);
export type PupilPart = Static<typeof PupilPart>;

export const StaffPart = oneOf(['responsible', 'participant']);
export type StaffPart = Static<typeof StaffPart>;
