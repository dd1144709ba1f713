import type { CaseDocumentKind, CaseEntry, CaseEntryContent, CaseView } from '@samhold/contract';
import { writtenDay } from '../calendar-days.ts';
import { housekeeping, partyHeadings } from './case-words.ts';
import { tells, type PlannedMeasure, type Told, type WrittenField } from './what-is-told.ts';

export type Section = {
  readonly heading: string;
  readonly aside: string;
  readonly fields: readonly WrittenField[];
  readonly measures: readonly PlannedMeasure[];
};

const told = (view: CaseView, entry: CaseEntry, content: CaseEntryContent, pupilId: string | null): Told => {
  const field = (name: string, label: string, text: string): readonly WrittenField[] =>
    text.trim() === '' ? [] : [{ key: `${entry.number}.${name}`, label, text }];
  // The table has for each kind a teller of that kind; the compiler cannot see that both are one.
  return tells[content.kind](content as never, { view, entry, pupilId, field });
};

/** A pupil's own words are for that pupil; a correction of what a party does not read would tell that it is there. */
const isForParty = (view: CaseView, entry: CaseEntry, pupilId: string): boolean => {
  if (entry.kind === 'correction') {
    const corrected = view.entries.find(({ number }) => number === entry.corrects);
    return corrected !== undefined && isForParty(view, corrected, pupilId);
  }
  if (entry.kind === 'pupil_heard' || entry.kind === 'view') return entry.pupilId === pupilId;
  return partyHeadings[entry.kind] !== undefined;
};

/** What a view stands beside, when the reader reads that too. */
const besideWhat = (view: CaseView, entry: CaseEntry, pupilId: string | null): string => {
  const about = view.entries.find(({ number }) => entry.kind === 'view' && number === entry.corrects);
  if (about === undefined || (pupilId !== null && !isForParty(view, about, pupilId))) return '';
  const heading = partyHeadings[about.kind] ?? housekeeping[about.kind] ?? '';
  return heading === '' ? '' : `om «${heading}» ${writtenDay(about.occurredOn)}`;
};

const sectionOf = (view: CaseView, entry: CaseEntry, pupilId: string | null): readonly Section[] => {
  const { content, kind } = entry;
  const heading = partyHeadings[kind] ?? (pupilId === null ? housekeeping[kind] : undefined);
  if (content === null || heading === undefined) return [];
  const { fields, measures = [], beside = '' } = told(view, entry, content, pupilId);
  if (fields.length + measures.length === 0 && beside === '') return [];
  const aside = [writtenDay(entry.occurredOn), entry.by, beside, besideWhat(view, entry, pupilId)]
    .filter((part) => part !== '')
    .join(', ');
  return [{ heading, aside, fields, measures }];
};

/** What one pupil and guardians read: the plan that holds with its corrections, or everything up to an entry, in order. */
export const sectionsFor = (
  view: CaseView,
  kind: CaseDocumentKind,
  pupilId: string,
  upTo: number,
): readonly Section[] => {
  const known = view.entries.filter((entry) => entry.number <= upTo && isForParty(view, entry, pupilId));
  const plan = known.findLast((entry) => entry.kind === 'plan');
  const wanted =
    kind === 'report'
      ? known
      : known.filter((entry) => plan !== undefined && (entry === plan || entry.corrects === plan.number));
  return wanted.flatMap((entry) => sectionOf(view, entry, pupilId));
};

/** All there is in a case, for an archive. */
export const wholeCase = (view: CaseView): readonly Section[] =>
  view.entries.flatMap((entry) => sectionOf(view, entry, null));

export const fieldsOf = (sections: readonly Section[]): readonly WrittenField[] =>
  sections.flatMap(({ fields, measures }) => [...fields, ...measures.map(({ what }) => what)]);
