import type { RecordableContent } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { addDays } from '../calendar/days.ts';
import type { Writer } from '../cases/append-entry.ts';
import { recordInCase } from '../cases/record-entry.ts';
import { startCase } from '../cases/start-case.ts';
import type { CaseStaff, DemoCase, DemoCaseEntry } from './generate/case-shape.ts';
import { casesEvaluated } from './generate/cases-evaluated.ts';
import { casesUnderWay } from './generate/cases-under-way.ts';
import type { DemoSchool } from './generate/demo-school.ts';

export type Loaded = {
  readonly school: DemoSchool;
  readonly classIds: ReadonlyMap<string, string>;
  readonly pupilIds: ReadonlyMap<string, string>;
  /** By key. */
  readonly staffIds: ReadonlyMap<string, string>;
  /** By class. */
  readonly teachers: ReadonlyMap<string, string>;
  readonly today: string;
};

const afterSchool = (day: string, minutes: number): Date =>
  new Date(Date.parse(`${day}T13:00:00Z`) + minutes * 60_000);

const pupilOf = ({ school, pupilIds }: Loaded, { pupil, className }: DemoCase): string | null => {
  if (pupil === undefined) return null;
  const planted = school.story.find((one) => one.id === pupil && one.className === className)?.pupilKey;
  const anybody = school.thisYear.classes.find(({ name }) => name === className)?.pupils[4]?.key;
  return pupilIds.get(planted ?? anybody ?? '') ?? null;
};

type Told = {
  readonly pupilId: string | null;
  readonly planned: string[];
  readonly idOf: (who: CaseStaff) => string;
};

const contentOf = (
  entry: DemoCaseEntry,
  day: string,
  today: string,
  { pupilId, planned, idOf }: Told,
): RecordableContent => {
  if ('plan' in entry) {
    const { problem, measures, evaluateIn, ...view } = entry.plan;
    return {
      ...{ kind: 'plan', problem, evaluateOn: [addDays(today, evaluateIn)], views: [{ pupilId, ...view }] },
      measures: measures.map(({ what, level, by, days }) => {
        const measureId = crypto.randomUUID();
        planned.push(measureId);
        const when = { fromOn: addDays(day, 1), toOn: addDays(day, days) };
        return { measureId, what, level, classId: null, responsibleId: idOf(by), ...when };
      }),
    };
  }
  if ('evaluation' in entry) {
    const { comment, child, guardians, conclusion } = entry.evaluation;
    return {
      ...{ kind: 'evaluation', present: ['pupil', 'guardians', 'social_teacher'], absent: '', nextOn: null },
      effects: planned.map((measureId) => ({ measureId, effect: 'works', next: 'end', comment })),
      ...{ pupilViews: [{ pupilId, words: child }], guardians, conclusion },
    };
  }
  if ('closed' in entry)
    return { kind: 'closed', words: [{ pupilId, words: entry.closed.words }], why: entry.closed.why };
  const { said } = entry;
  if (said.kind !== 'investigation_started') return said;
  return { ...said, talks: said.talks.map((talk) => ({ ...talk, untilOn: addDays(day, 3) })) };
};

const loadCase = async (tx: Tx, sealer: SchoolSealer, schoolId: string, loaded: Loaded, one: DemoCase) => {
  const { teachers, staffIds, classIds, today } = loaded;
  const pupilId = pupilOf(loaded, one);
  const idOf = (who: CaseStaff): string =>
    (who === 'teacher' ? teachers.get(one.className) : staffIds.get(who)) ?? '';
  const writerOf = (who: CaseStaff, now: Date): Writer => ({
    ...{ tx, sealer, now },
    actor: {
      ...{ schoolId, staffId: idOf(who), trained: true },
      relations: [{ kind: who === 'teacher' ? 'contact_teacher' : 'social_teacher', classId: null }],
    },
  });
  const caseId = crypto.randomUUID();
  const knownOn = addDays(today, -one.knownDaysAgo);
  await startCase(writerOf('social-teacher', afterSchool(knownOn, 0)), {
    ...{
      caseId,
      kind: 'environment',
      title: one.title,
      knownOn,
      serious: false,
      from: one.from,
      what: one.what,
    },
    classId: pupilId === null ? (classIds.get(one.className) ?? null) : null,
    pupils: pupilId === null ? [] : [{ pupilId, part: 'concerned' }],
    responsibleId: idOf('social-teacher'),
    participantIds: [idOf('teacher')],
    ...{ accusedIds: [], evidence: [], sources: [] },
  });
  const told: Told = { pupilId, planned: [], idOf };
  let revision = 1;
  for (const [at, entry] of one.entries.entries()) {
    const day = addDays(today, -entry.daysAgo);
    const recorded = await recordInCase(writerOf(entry.by, afterSchool(day, 5 + at)), caseId, {
      ...{ entryId: crypto.randomUUID(), revision, occurredOn: day, corrects: null },
      pupilId: 'ofPupil' in entry ? pupilId : null,
      content: contentOf(entry, day, today, told),
    });
    revision = recorded.revision;
  }
};

/** Some cases in different stages, written as the weeks went; none from before the school year began. */
export const loadCases = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  loaded: Loaded,
): Promise<void> => {
  const { school, today } = loaded;
  for (const one of [...casesUnderWay, ...casesEvaluated])
    if (addDays(today, -one.knownDaysAgo) >= school.thisYear.startsOn)
      await loadCase(tx, sealer, schoolId, loaded, one);
};
