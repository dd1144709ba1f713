import { audienceThresholds, type Audience, type Level, type Thresholds } from '@samhold/analysis';

/** What one audience is shown of a round: the fixed catalogue of releases. */
export type ReleaseSpec = {
  readonly id: string;
  readonly version: string;
  readonly audience: Audience;
  readonly thresholds: Thresholds;
  readonly levels: readonly Level[];
  /** Each option by itself, or those above the middle of the scale against the others. */
  readonly cells: 'options' | 'above-middle';
  /** Of which themes it says how the answers lie: of one item the share says what the counts do. */
  readonly themes: 'all' | 'of several items' | 'none';
};

export const gradesAndSchool: ReleaseSpec = {
  id: 'grades-and-school',
  version: '2',
  audience: 'leadership',
  thresholds: audienceThresholds.leadership,
  levels: ['class', 'grade', 'school'],
  cells: 'options',
  themes: 'all',
};

/**
 * In a class nearly every item has an option that one or two chose, so single options would hide nearly all, and the fewest would
 * be pointed at. Which cells are together is fixed, never chosen by the counts: that choice would tell of what is hidden.
 */
export const classSummary: ReleaseSpec = {
  id: 'class-summary',
  version: '2',
  audience: 'class',
  thresholds: audienceThresholds.class,
  levels: ['class'],
  cells: 'above-middle',
  themes: 'none',
};
