import { audienceThresholds, type Level } from '@samhold/analysis';
import type { MakePublication, PublicationAudience, PublicationSpec, RoundKind } from '@samhold/contract';
import type { PublicationRow } from './publication-queries.ts';
import { classSummary, gradesAndSchool, type ReleaseSpec } from './release-spec.ts';

/** How finely each audience may be told; a class is told of only inside the school, and to its own council. */
const specsOf: Readonly<Record<PublicationAudience, readonly PublicationSpec[]>> = {
  leadership: ['classes'],
  gradeTeam: ['classes'],
  staff: ['school', 'grades', 'classes'],
  environmentTeam: ['school', 'grades', 'classes'],
  classCouncil: ['classes'],
  pupilCouncil: ['school', 'grades'],
  parentCouncil: ['school', 'grades'],
  board: ['school', 'grades'],
  owner: ['school', 'grades'],
  public: ['school', 'grades'],
};

const levelsOf: Readonly<Record<PublicationSpec, readonly Level[]>> = {
  school: ['school'],
  grades: ['grade', 'school'],
  classes: ['class', 'grade', 'school'],
};

/** These sign in; all others read by a link. */
const signsIn: ReadonlySet<PublicationAudience> = new Set([
  'leadership',
  'gradeTeam',
  'staff',
  'environmentTeam',
]);

export const readsByLink = (audience: PublicationAudience): boolean => !signsIn.has(audience);

/** Whether the catalogue has this for the audience: a grade is named for a grade's team, a class for its council, and none for others. */
export const isOffered = ({
  audience,
  spec,
  grade,
  classId,
}: Pick<MakePublication, 'audience' | 'spec' | 'grade' | 'classId'>): boolean =>
  specsOf[audience].includes(spec) &&
  (audience === 'gradeTeam') === (grade !== undefined) &&
  (audience === 'classCouncil') === (classId !== undefined);

/** What a class was not chosen for by its own pupils is no figure for their council. */
export const isKindFor = (audience: PublicationAudience, kind: RoundKind): boolean =>
  audience !== 'classCouncil' || kind === 'wellbeing';

/**
 * What everybody may be told of the school under one. It is made first when a round ends and held back for a report: made last,
 * after what classes and leadership see, it would be hidden about everywhere.
 */
export const heldForEverybody: ReleaseSpec = {
  ...{ id: 'report-school', version: '2', audience: 'public', thresholds: audienceThresholds.public },
  ...{ levels: levelsOf.school, cells: 'above-middle', themes: 'of several items' },
};

/** Outside the school single options would nearly all be hidden, so there the better half stands against the other. */
export const releaseSpecOf = ({
  audience,
  spec,
  grade,
}: Pick<PublicationRow, 'audience' | 'spec' | 'grade'>): ReleaseSpec => {
  if (audience === 'leadership') return gradesAndSchool;
  // The council is told what the class was.
  if (audience === 'classCouncil') return classSummary;
  return {
    id: grade === null ? `report-${spec}` : `report-${spec}-${grade}`,
    version: '2',
    audience,
    thresholds: audienceThresholds[audience],
    levels: levelsOf[spec],
    cells: readsByLink(audience) ? 'above-middle' : 'options',
    themes: 'of several items',
  };
};
