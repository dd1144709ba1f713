import type { CaseEntryContent } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { loggedAs, sealEntry } from './chain.ts';
import { entriesOf } from './queries.ts';
import { insertEntry } from './writes.ts';

export type Writer = {
  readonly tx: Tx;
  readonly sealer: SchoolSealer;
  readonly actor: StaffActor;
  readonly now: Date;
};

export type NewEntry = {
  readonly caseId: string;
  readonly entryId: string;
  readonly occurredOn: string;
  readonly pupilId: string | null;
  readonly corrects: number | null;
  readonly content: CaseEntryContent;
};

/** Adds an entry at the end of a case that is held, and its hash to the school's log. Returns its number. */
export const appendEntry = async ({ tx, sealer, actor, now }: Writer, entry: NewEntry): Promise<number> => {
  const { schoolId, staffId } = actor;
  const last = (await entriesOf(tx, schoolId, entry.caseId)).at(-1);
  const line = {
    case_id: entry.caseId,
    number: (last?.number ?? 0) + 1,
    entry_id: entry.entryId,
    kind: entry.content.kind,
    pupil_id: entry.pupilId,
    occurred_on: entry.occurredOn,
    corrects: entry.corrects,
    recorded_by: staffId,
    recorded_at: now,
  };
  const { content, hash } = sealEntry(sealer, last?.hash, line, entry.content);
  await insertEntry(tx, { school_id: schoolId, ...line, kind: entry.content.kind, content, hash });
  await logOpening(tx, actor, now, {
    ...{ action: 'case.recorded', subjectKind: 'case', subjectId: entry.caseId },
    purpose: loggedAs(line.number, hash),
  });
  return line.number;
};
