import type { RecordableContent } from '@samhold/contract';
import type { StoryId } from './demo-school.ts';

/** Somebody of the staff by key, or the contact teacher of the class. */
export type CaseStaff = 'social-teacher' | 'headteacher' | 'environment-team' | 'teacher';

type Simple = Exclude<RecordableContent['kind'], 'plan' | 'evaluation' | 'closed'>;

export type DemoCaseEntry = {
  /** Days before today. */
  readonly daysAgo: number;
  readonly by: CaseStaff;
} & (
  | { readonly said: Extract<RecordableContent, { readonly kind: Simple }>; readonly ofPupil?: true }
  | { readonly plan: DemoPlan }
  | { readonly evaluation: DemoEvaluation }
  | { readonly closed: { readonly words: string; readonly why: string } }
);

export type DemoPlan = {
  readonly problem: string;
  readonly measures: readonly {
    readonly what: string;
    readonly level: 'pupil' | 'class' | 'school';
    readonly by: CaseStaff;
    readonly days: number;
  }[];
  /** Days after today; before it when negative. */
  readonly evaluateIn: number;
  readonly child: string;
  readonly guardians: string;
  readonly bestInterest: string;
};

export type DemoEvaluation = {
  readonly comment: string;
  readonly child: string;
  readonly guardians: string;
  readonly conclusion: string;
};

export type DemoCase = {
  readonly className: string;
  /** The planted pupil it is about; of a class as such when left out, and any pupil for `anybody`. */
  readonly pupil?: StoryId | 'anybody';
  readonly title: string;
  readonly knownDaysAgo: number;
  readonly from: 'staff' | 'guardian' | 'pupil';
  readonly what: string;
  readonly entries: readonly DemoCaseEntry[];
};
