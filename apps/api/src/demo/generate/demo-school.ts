/** The shape of the generated demo school: plain JSON, dates as yyyy-mm-dd, every person invented. */

export type Grade = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const grades: readonly Grade[] = [1, 2, 3, 4, 5, 6, 7];

export type RoundKind = 'wellbeing' | 'sociogram';

/** `score` 1–5, high is good on every item (also on bullying items); null for an option that is not scored. */
export type DemoOption = { readonly optionId: string; readonly score: number | null };

export type DemoItem = {
  readonly itemId: string;
  readonly type: 'choice' | 'nomination';
  /** Nomination items only: `recess`, `work`, `sit-beside`. Falls back to the item's id. */
  readonly criterionId?: string;
  readonly theme: string;
  readonly bullying?: boolean;
  /** Asks whether the pupil has someone to be with. */
  readonly companionship?: boolean;
  readonly options?: readonly DemoOption[];
  /** Nomination items only; 5 when absent, never above 5. */
  readonly maxChoices?: number;
};

export type DemoQuestionnaires = {
  readonly [kind in RoundKind]: { readonly [grade in Grade]: readonly DemoItem[] };
};

export type DemoAnswer =
  | { readonly itemId: string; readonly type: 'option'; readonly optionId: string }
  | { readonly itemId: string; readonly type: 'declined' }
  | { readonly itemId: string; readonly type: 'choices'; readonly pupilKeys: readonly string[] }
  | { readonly itemId: string; readonly type: 'none' };

export type DemoResponse = { readonly pupilKey: string; readonly answers: readonly DemoAnswer[] };

export type SittingState = 'closed' | 'open' | 'not-started';

/** A pupil on the list who is neither in `absent` nor in `responses` has not answered. */
export type DemoSitting = {
  readonly className: string;
  readonly state: SittingState;
  /** The school day the class sat down to answer; null when not started. */
  readonly heldOn: string | null;
  readonly absent: readonly string[];
  readonly responses: readonly DemoResponse[];
};

export type DemoRound = {
  readonly key: string;
  readonly kind: RoundKind;
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly sittings: readonly DemoSitting[];
};

export type DemoPupil = {
  /** External id, the same in both years. */
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly grade: Grade;
  /** First day on this year's class list. */
  readonly enrolledOn: string;
};

export type DemoClass = {
  readonly name: string;
  readonly grade: Grade;
  readonly pupils: readonly DemoPupil[];
};

export type DemoBreak = { readonly name: string; readonly startsOn: string; readonly endsOn: string };

export type DemoYear = {
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly breaks: readonly DemoBreak[];
  readonly classes: readonly DemoClass[];
  readonly rounds: readonly DemoRound[];
};

export type RelationKind =
  | 'contact_teacher'
  | 'substitute'
  | 'employee'
  | 'social_teacher'
  | 'environment_team'
  | 'leadership'
  | 'principal'
  | 'administrator'
  | 'council_reader'
  | 'owner';

export type DemoRelation = {
  readonly kind: RelationKind;
  /** Contact teachers and substitutes only; a class of this year. */
  readonly className?: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

export type DemoStaffMember = {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly title: string;
  readonly relations: readonly DemoRelation[];
};

export type StoryId =
  | 'alone-and-says-so'
  | 'alone-and-does-not-say'
  | 'alone-since-moving-in'
  | 'chosen-one-sidedly'
  | 'declines-everything'
  | 'class-in-trouble'
  | 'class-getting-better'
  | 'class-low-participation'
  | 'class-not-started';

/** What was planted, so that a guide or a test can find it again; `what` is Norwegian and says what is observed. */
export type DemoStoryNote = {
  readonly id: StoryId;
  readonly className: string;
  readonly pupilKey: string | null;
  readonly what: string;
};

export type DemoSchool = {
  readonly school: {
    readonly name: string;
    readonly organisationNumber: string;
    readonly ownerName: string;
  };
  readonly thisYear: DemoYear;
  readonly lastYear: DemoYear;
  readonly staff: readonly DemoStaffMember[];
  readonly story: readonly DemoStoryNote[];
};
