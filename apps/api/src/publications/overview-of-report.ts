import type { ReleasedDocument, Report } from '@samhold/contract';
import { audiencesOfOwner } from '../access/policy.ts';
import { overviewOf } from './overview-of-release.ts';
import { ofSchool } from './part-of-document.ts';
import type { PublicationRound } from './publication-queries.ts';
import type { ReleasedOverview } from './released-groups.ts';

type Table = ReleasedDocument['tables'][number];
type Item = Table['items'][number];
type Told = {
  readonly themeId: string;
  /** The question it is of; null where it is the theme that was published. */
  readonly text: string | null;
  readonly rows: ReleasedOverview['overview']['tables'][number]['themes'][number]['rows'];
};

/** What a report says of the school under one in one of its rounds. */
export type ReportedRound = Omit<ReleasedOverview, 'overview'> & {
  readonly endedAt: string;
  readonly overview: Omit<ReleasedOverview['overview'], 'tables'> & {
    readonly tables: readonly (Omit<ReleasedOverview['overview']['tables'][number], 'themes'> & {
      readonly themes: readonly Told[];
    })[];
  };
};

/** How large a share lies above the middle, where that is published; hidden when one of the two figures is. */
const toldOfItem = ({ theme, text, rows }: Item): Told => ({
  ...{ themeId: theme, text },
  rows: rows.map(({ level, groupId, size, answered, counts }) => {
    const above = counts.find(({ optionId }) => optionId === 'above')?.count ?? null;
    return {
      ...{ level, groupId, size },
      shareAbove: above === null || answered === null || answered === 0 ? null : above / answered,
    };
  }),
});

/**
 * Of each theme what was published of it, else its first question that stands by how many lie above the middle. Questions about
 * bullying are read in the report, where they say what is counted.
 */
const toldOf = ({ items }: Table, themes: readonly Omit<Told, 'text'>[]): readonly Told[] => {
  const told = new Set(themes.map(({ themeId }) => themeId)).add('bullying');
  const first = items.filter(({ theme, rows, options }) => {
    if (told.has(theme) || rows.length === 0) return false;
    if (!options.some(({ optionId }) => optionId === 'above')) return false;
    told.add(theme);
    return true;
  });
  return [...themes.map((theme) => ({ ...theme, text: null })), ...first.map(toldOfItem)];
};

/** The rounds of a report in which anything is told of the school under one, as the owner's page shows them; in the report's order. */
const overviewOfReport = (
  { rounds: documents }: Pick<Report, 'rounds'>,
  rounds: readonly Pick<PublicationRound, 'roundId' | 'schoolYear' | 'endedAt'>[],
): readonly ReportedRound[] =>
  documents.flatMap((document) => {
    const round = rounds.find(({ roundId }) => roundId === document.roundId);
    const part = ofSchool(document);
    if (document.kind !== 'wellbeing' || part.tables.length === 0 || !round?.endedAt) return [];
    const { roundId, schoolYear, endedAt } = round;
    const { roundName, tables } = overviewOf(part);
    const withItems = tables.map((table, at) => {
      const whole = part.tables[at];
      return { ...table, themes: whole === undefined ? [] : toldOf(whole, table.themes) };
    });
    return [
      { roundId, schoolYear, endedAt: endedAt.toISOString(), overview: { roundName, tables: withItems } },
    ];
  });

/** As it is kept beside the document; nothing of a report the owner does not read. */
export const overviewKept = (
  report: Report,
  rounds: Parameters<typeof overviewOfReport>[1],
): string | null =>
  audiencesOfOwner.includes(report.audience) ? JSON.stringify(overviewOfReport(report, rounds)) : null;
