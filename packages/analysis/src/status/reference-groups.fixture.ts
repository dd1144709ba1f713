import type { Choice } from '../network.ts';
import type { Row } from '../networks/reference-graph.fixture.ts';
import { nominationsFromRatings } from './from-ratings.ts';
import { investigationInput, type InvestigationInput } from './investigation-input.ts';
import { investigationRatings, type InvestigationRatings } from './investigation-ratings.ts';
import { research, withReceived } from './nominations.fixture.ts';

export type ReferenceGroup = {
  readonly roster: readonly string[];
  readonly nominators: readonly string[];
  readonly participation: number;
  readonly LM: readonly number[];
  readonly LL: readonly number[];
  readonly eligibleNominators: readonly number[];
  /** By `cd83|sample|proportion|restandardised` and so on; scores of 1983 alone are stored. */
  readonly cd: Readonly<Record<string, ReferenceStatus>>;
  /** By `poibin|.05` and so on; figures or only the status. */
  readonly nb: Readonly<Record<string, Readonly<Record<string, string | ReferenceTails>>>>;
};

export type ReferenceStatus = {
  readonly status: Readonly<Record<string, string>>;
  readonly overlap: readonly (readonly [string, readonly string[]])[];
} & Readonly<Partial<Record<'zLM' | 'zLL' | 'SP' | 'SI', readonly number[]>>>;

export type ReferenceTails = Readonly<
  Record<'LM' | 'LL' | 'SI' | 'n' | 'pUpperLM' | 'pUpperLL' | 'pLowerSI' | 'expLM' | 'expLL', number>
> &
  Readonly<Record<'status' | 'statusAtOrAboveMean', string>>;

export type ReferenceTotals = Readonly<
  Record<
    'n' | 'S' | 'A' | 'P' | 'I' | 'lowerP' | 'upperP' | 'lowerI' | 'upperI' | 'eS' | 'eA' | 'eP' | 'eI',
    number
  >
> & { readonly status: Readonly<Record<string, string>> };

export type StatusFile = {
  readonly groups: Readonly<Record<string, ReferenceGroup>>;
  readonly ratings: Readonly<
    Record<string, { readonly scale: number; readonly result: Readonly<Record<string, ReferenceTotals>> }>
  >;
};

type RowsOf = (file: string) => readonly Row[];

/** The answers of a group, from its name. Of the package examples only the counts are stored: any answers that give them do. */
export function groupInput(name: string, group: ReferenceGroup, rowsOf: RowsOf): InvestigationInput {
  const { roster, nominators: respondents, LM, LL } = group;
  const [family = '', second = ''] = name.split('.');
  switch (family) {
    case 'mcfarland':
      return nominationsFromRatings(classRatings(roster, second.slice(1), rowsOf), {
        likeFrom: 2,
        dislikeTo: -1,
      });
    case 'ssrat':
      return nominationsFromRatings(schoolRatings(roster, name, rowsOf), { likeFrom: 7, dislikeTo: 1 });
    case 'sampson':
    case 'synthetic24': {
      const wave = family === 'sampson' ? second.slice(1) : '1';
      const choices = (relation: string): Choice[] =>
        rowsOf(`${family}.edges.csv`)
          .filter((row) => row.wave === wave && row.relation === relation)
          .map(({ source = '', target = '' }) => ({ from: source, to: target }));
      return investigationInput(research, {
        roster,
        respondents,
        likes: choices('like'),
        dislikes: choices('dislike'),
      });
    }
    default:
      return withReceived(LM, LL);
  }
}

/** Ratings 1–7 of a group named `ssrat.<group>.<year>`. */
export function schoolRatings(roster: readonly string[], name: string, rowsOf: RowsOf): InvestigationRatings {
  const [, group, year] = name.split('.');
  const ratings = rowsOf('ssrat-primary.ratings.csv')
    .filter((row) => row.group === group && row.year === year && row.rating !== '')
    .map(({ rater = '', ratee = '', rating }) => ({ from: rater, to: ratee, value: Number(rating) }));
  return investigationRatings(research, { roster, ratings, scale: { lowest: 1, highest: 7 } });
}

function classRatings(roster: readonly string[], classNumber: string, rowsOf: RowsOf): InvestigationRatings {
  const ratings = rowsOf('mcfarland-sem2.ratings.csv')
    .filter((row) => row.class === classNumber && row.relationship !== '')
    .map(({ source = '', target = '', relationship }) => ({
      from: source,
      to: target,
      value: Number(relationship),
    }));
  return investigationRatings(research, { roster, ratings, scale: { lowest: -1, highest: 3 } });
}
