import type { Row } from '../networks/reference-graph.fixture.ts';
import type { InvestigationInput, Nominator } from './investigation-input.ts';

export type ReferenceRareScores = Readonly<
  Record<'n' | 'pUpperLM' | 'pUpperLL' | 'pLowerSI' | 'expLM' | 'expLL', number> &
    Record<'status' | 'statusAtOrAboveMean', string>
>;

/** A group of the reference file, as far as the tests read it. */
export type ReferenceGroup = {
  readonly roster: readonly (string | number)[];
  readonly nominators: readonly (string | number)[];
  readonly LM: readonly number[];
  readonly LL: readonly number[];
  readonly cd: Readonly<
    Record<
      string,
      {
        readonly status: Readonly<Record<string, string>>;
        readonly overlap: readonly (readonly [string, readonly string[]])[];
        readonly zLM?: readonly number[];
        readonly zLL?: readonly number[];
        readonly SP?: readonly number[];
        readonly SI?: readonly number[];
      }
    >
  >;
  /** By variant and pupil: the figures, or the status alone. */
  readonly nb: Readonly<Record<string, Readonly<Record<string, string | ReferenceRareScores>>>>;
};

type Said = {
  readonly from: string;
  readonly to: string;
  readonly liked: boolean;
  readonly disliked: boolean;
};

/** Every answer about a classmate in a group's data file; null for a group whose data are not there. */
const answersOf = (name: string, rowsOf: (file: string) => readonly Row[]): readonly Said[] | null => {
  const [family, second = '', third = ''] = name.split('.');
  const named = (row: Row): Said => ({
    from: row['source'] ?? '',
    to: row['target'] ?? '',
    liked: row['relation'] === 'like',
    disliked: row['relation'] === 'dislike',
  });
  switch (family) {
    case 'synthetic24':
      return rowsOf('synthetic24.edges.csv').map(named);
    case 'sampson':
      return rowsOf('sampson.edges.csv')
        .filter((row) => row['wave'] === second.slice(1))
        .map(named);
    case 'mcfarland':
      return rowsOf('mcfarland-sem2.ratings.csv')
        .filter((row) => row['class'] === second.slice(1) && row['relationship'] !== '')
        .map((row) => ({
          from: row['source'] ?? '',
          to: row['target'] ?? '',
          liked: Number(row['relationship']) >= 2,
          disliked: row['relationship'] === '-1',
        }));
    case 'ssrat':
      return rowsOf('ssrat-primary.ratings.csv')
        .filter((row) => row['group'] === second && row['year'] === third && row['rating'] !== '')
        .map((row) => ({
          from: row['rater'] ?? '',
          to: row['ratee'] ?? '',
          liked: row['rating'] === '7',
          disliked: row['rating'] === '1',
        }));
    default:
      return null;
  }
};

/** Of these every classmate was rated, so that a blank means that the nominator was not asked about the classmate. */
const isRated = (name: string): boolean => /^(mcfarland|ssrat)\./.test(name);

/** A reference group as input; null for a group whose data are not there. */
export const inputOf = (
  name: string,
  group: ReferenceGroup,
  rowsOf: (file: string) => readonly Row[],
): InvestigationInput | null => {
  const answers = answersOf(name, rowsOf);
  if (answers === null) return null;
  const roster = group.roster.map(String);
  const nominators = group.nominators.map(String).map((id): Nominator => {
    const own = answers.filter(({ from, to }) => from === id && roster.includes(to));
    const where = (holds: (said: Said) => boolean): string[] => own.filter(holds).map(({ to }) => to);
    return {
      id,
      liked: where(({ liked }) => liked),
      disliked: where(({ disliked }) => disliked),
      ...(isRated(name) ? { couldName: where(() => true) } : {}),
    };
  });
  return { roster, nominators };
};
