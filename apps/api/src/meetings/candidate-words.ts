import type { CaseStage, Task } from '@samhold/contract';
import { dayOf, writtenDay } from '../calendar-days.ts';
import type { Candidate } from './agenda.ts';
import type { newReports, runningCases, waitingSignals } from './candidate-rows.ts';

/** School days from when the school knew until there should be a plan: a norm of the product, not the law's. */
const normDays = 5;
/** Two school weeks, after which a signal is a matter for the whole school. */
const longWait = 10;

const list = new Intl.ListFormat('nb', { type: 'conjunction' });
/** A title with the pupils it is about. */
export const titleWith = (title: string, pupils: readonly string[]): string =>
  pupils.length === 0 ? title : `${title}: ${list.format(pupils)}`;

const days = (count: number): string => (count === 1 ? 'én skoledag' : `${count} skoledager`);

const next: Partial<Readonly<Record<CaseStage, string>>> = {
  reported: 'Neste: varsle rektor.',
  told: 'Neste: undersøke saken.',
  investigating: 'Neste: avslutte undersøkelsen.',
  investigated: 'Neste: lage plan med tiltak.',
  evaluated: 'Neste: avslutte, eller lage en ny plan.',
};
const withoutPlan: readonly string[] = ['reported', 'told', 'investigating', 'investigated'];

type CaseRow = Awaited<ReturnType<typeof runningCases>>['cases'][number];
type Clock = {
  /** School days since. */
  readonly waited: (since: string) => number;
  readonly evaluationIsLate: (day: string) => boolean;
};

const hurryOf = (
  row: CaseRow,
  { waited, evaluationIsLate }: Clock,
): Pick<Candidate, 'urgency' | 'since' | 'reason'> => {
  const known = String(row.known_on);
  const evaluateOn = row.evaluate_on === null ? null : String(row.evaluate_on);
  const since = waited(known);
  if (withoutPlan.includes(row.stage) && since > normDays)
    return {
      urgency: 'past_the_norm',
      since: known,
      reason: `Kjent siden ${writtenDay(known)}: ${days(since)} uten plan (norm: ${normDays}).`,
    };
  if (evaluateOn !== null && evaluationIsLate(evaluateOn))
    return {
      urgency: 'evaluation_is_late',
      since: evaluateOn,
      reason: `Skulle vært evaluert ${writtenDay(evaluateOn)}.`,
    };
  // The column's check constraint allows exactly these.
  const todo = next[row.stage as CaseStage] ?? '';
  const day =
    evaluateOn === null ? `Kjent siden ${writtenDay(known)}.` : `Evalueres ${writtenDay(evaluateOn)}.`;
  return { urgency: 'next_duty', since: evaluateOn ?? known, reason: `${day} ${todo}`.trim() };
};

export const caseCandidate = (row: CaseRow, pupilIds: readonly string[], clock: Clock): Candidate => ({
  kind: 'case',
  subjectId: row.case_id,
  classId: row.class_id,
  title:
    pupilIds.length === 0 && row.name !== null ? `Sak ${row.reference}: ${row.name}` : `Sak ${row.reference}`,
  pupilIds,
  onPaper: row.kind === 'staff' ? null : `Sak ${row.reference}`,
  ...hurryOf(row, clock),
});

export const signalCandidate = (
  row: Awaited<ReturnType<typeof waitingSignals>>[number],
  waited: number,
): Candidate => ({
  kind: 'signal',
  subjectId: row.signal_id,
  classId: row.class_id,
  title: `Tegn i ${row.name}`,
  pupilIds: [row.pupil_id],
  onPaper: `Tegn i ${row.name}`,
  urgency: row.state === 'new' && waited >= longWait ? 'waits_long' : 'not_checked',
  since: dayOf(row.created_at),
  reason:
    row.state === 'new'
      ? waited === 0
        ? 'Nytt i dag.'
        : `Kom ${writtenDay(dayOf(row.created_at))}, ikke sjekket på ${days(waited)}.`
      : `Kom ${writtenDay(dayOf(row.created_at))} og blir sjekket.`,
});

export const reportCandidate = (row: Awaited<ReturnType<typeof newReports>>[number]): Candidate => {
  const where = row.name === null ? '' : ` i ${row.name}`;
  const title = `Melding om hendelse ${writtenDay(String(row.happened_on))}${where}`;
  return {
    kind: 'report',
    subjectId: row.report_id,
    classId: row.class_id,
    title,
    pupilIds: [],
    onPaper: row.about_staff ? null : title,
    urgency: row.physical ? 'force_was_used' : 'new_report',
    since: dayOf(row.filed_at),
    reason: row.physical
      ? 'Noen grep inn fysisk. Foresatte skal vite det.'
      : `Meldt ${writtenDay(dayOf(row.filed_at))}.`,
  };
};

export const taskCandidate = (task: Task): Candidate => ({
  kind: 'task',
  subjectId: task.taskId,
  classId: null,
  title: `Oppgave: ${task.what}`,
  pupilIds: [],
  onPaper: 'Oppgave som ikke er gjort',
  urgency: 'task_is_late',
  since: task.dueOn,
  reason: `Frist ${writtenDay(task.dueOn)}, ${task.owner.name}.`,
});
