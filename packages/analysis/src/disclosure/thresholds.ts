/** How large a group and a cell must be to be shown. */
export type Thresholds = {
  /** Fewest pupils in a group. */
  readonly smallestGroup: number;
  /** Fewest pupils in a cell that is not empty. */
  readonly smallestCell: number;
  /** Fewest pupils in a group on a sensitive item. */
  readonly smallestGroupSensitive: number;
};

/** Who reads aggregates. */
export type Audience =
  | 'leadership'
  | 'gradeTeam'
  | 'staff'
  | 'environmentTeam'
  | 'class'
  | 'classCouncil'
  | 'pupilCouncil'
  | 'parentCouncil'
  | 'board'
  | 'public'
  | 'owner';

const inner: Thresholds = { smallestGroup: 5, smallestCell: 3, smallestGroupSensitive: 5 };
const pupils: Thresholds = { smallestGroup: 5, smallestCell: 3, smallestGroupSensitive: 10 };
const councils: Thresholds = { smallestGroup: 10, smallestCell: 5, smallestGroupSensitive: 20 };
const outer: Thresholds = { smallestGroup: 20, smallestCell: 5, smallestGroupSensitive: 30 };

/** The lowest thresholds of each audience; a school owner may raise them, never lower them. */
export const audienceThresholds: Readonly<Record<Audience, Thresholds>> = {
  leadership: inner,
  gradeTeam: inner,
  staff: inner,
  environmentTeam: inner,
  class: pupils,
  classCouncil: pupils,
  pupilCouncil: pupils,
  parentCouncil: councils,
  board: councils,
  public: outer,
  owner: outer,
};
