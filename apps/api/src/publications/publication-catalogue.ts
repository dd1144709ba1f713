import { audienceThresholds, type Level } from '@samhold/analysis';
import type { PublicationAudience, PublicationSpec } from '@samhold/contract';
import { gradesAndSchool, type ReleaseSpec } from './release-spec.ts';

/** How finely each audience may be told; a class is told of only inside the school. */
const specsOf: Readonly<Record<PublicationAudience, readonly PublicationSpec[]>> = {
  leadership: ['classes'],
  gradeTeam: ['classes'],
  staff: ['school', 'grades', 'classes'],
  environmentTeam: ['school', 'grades', 'classes'],
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

/** Whether the catalogue has this for the audience; a grade is named for a grade's team and for nobody else. */
export const isOffered = (
  audience: PublicationAudience,
  spec: PublicationSpec,
  grade: number | null,
): boolean => specsOf[audience].includes(spec) && (audience === 'gradeTeam') === (grade !== null);

/** Outside the school single options would nearly all be hidden, so there the better half stands against the other. */
export const releaseSpecOf = (
  audience: PublicationAudience,
  spec: PublicationSpec,
  grade: number | null,
): ReleaseSpec =>
  audience === 'leadership'
    ? gradesAndSchool
    : {
        id: grade === null ? `report-${spec}` : `report-${spec}-${grade}`,
        version: '1',
        audience,
        thresholds: audienceThresholds[audience],
        levels: levelsOf[spec],
        cells: readsByLink(audience) ? 'above-middle' : 'options',
        themes: false,
      };
