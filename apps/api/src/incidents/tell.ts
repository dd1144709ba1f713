import type { NoticeKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Dependencies } from '../dependencies.ts';
import { tellStaff } from '../notices/tell.ts';
import { peopleOf } from './people.ts';
import { toldKinds } from './policy.ts';
import type { ReportRow } from './queries.ts';

/** Tells those a report goes to now, but whoever did it, that there is one; never what or about whom. */
export const tellReceivers = async (
  tx: Tx,
  deps: Dependencies,
  row: ReportRow,
  except: string = row.filed_by,
): Promise<void> => {
  const schoolId = row.school_id;
  const read = await peopleOf(tx, schoolId, [row], deps.now());
  const people = read.of(row.report_id);
  const tell = (kind: NoticeKind, staffIds: readonly string[]) =>
    tellStaff(tx, deps, schoolId, { kind, staffIds: staffIds.filter((staffId) => staffId !== except) });
  const receivers = read.holdersOf(people, toldKinds(people));
  if (!row.physical) return tell('incident_filed', receivers);
  const alerted = read.holdersOf(
    people,
    toldKinds(people).filter((kind) => kind !== 'social_teacher'),
  );
  await tell('force_used', alerted);
  await tell(
    'incident_filed',
    receivers.filter((staffId) => !alerted.includes(staffId)),
  );
};
