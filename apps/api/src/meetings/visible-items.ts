import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { mayOpenCase } from '../cases/policy.ts';
import { usableSignals } from '../signals/restricted-signals.ts';
import { tasksByIds, visibleTasks } from '../tasks/service.ts';
import { peopleOfCases, peopleOfReports } from './point-facts.ts';
import { maySeeReport, maySeeSignal } from './policy.ts';
import type { OpenItem } from './stored-item.ts';

type About = Pick<OpenItem, 'kind' | 'subjectId'> & {
  readonly content: Pick<OpenItem['content'], 'classId'>;
};

const idsOf = (items: readonly About[], kind: About['kind']): readonly string[] =>
  items.flatMap((item) => (item.kind === kind ? (item.subjectId ?? []) : []));

/**
 * Those of these that the actor may see, in their order: each by what it is about, as it stands now. Own points are everybody's who
 * may open the meeting. What is not seen leaves no trace: not a gap, not a count.
 */
export const visibleItems = async <T extends About>(
  tx: Tx,
  actor: StaffActor,
  items: readonly T[],
  now: Date,
): Promise<readonly T[]> => {
  const { schoolId } = actor;
  const cases = await peopleOfCases(tx, schoolId, idsOf(items, 'case'), now);
  const reports = await peopleOfReports(tx, schoolId, idsOf(items, 'report'), now);
  const tasks = await visibleTasks(tx, actor, await tasksByIds(tx, schoolId, idsOf(items, 'task')), now);
  const usable = await usableSignals(tx, schoolId, idsOf(items, 'signal'));
  const seenTasks = new Set(tasks.map((row) => row.task_id));
  const sees = ({ kind, subjectId, content }: About): boolean => {
    const id = subjectId ?? '';
    if (kind === 'own') return true;
    if (kind === 'task') return seenTasks.has(id);
    const [signal, ofCase, ofReport] = [usable.get(id), cases.get(id), reports.get(id)];
    if (kind === 'signal') return signal !== undefined && maySeeSignal(actor, content.classId, signal);
    if (kind === 'case') return ofCase !== undefined && mayOpenCase(actor, ofCase);
    return ofReport !== undefined && maySeeReport(actor, ofReport);
  };
  return items.filter(sees);
};
