import { randomUUID } from 'node:crypto';
import type { CaseEntryContent } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { heldAt } from '../access/held-at.ts';
import { dayOf } from '../calendar-days.ts';
import { appendEntry } from '../cases/append-entry.ts';
import { caseFor, heldCase, pupilsNow, readFacts, type FoundCase } from '../cases/case-for.ts';
import { stepOf, type CaseFacts } from '../cases/duties.ts';
import type { CasePeople } from '../cases/policy.ts';
import { AppError } from '../errors.ts';

export type CaseAtHand = {
  readonly caseId: string;
  readonly reference: string;
  readonly classId: string | null;
  readonly pupilIds: readonly string[];
  readonly people: CasePeople;
  readonly facts: CaseFacts;
};

/** Whoever of the school's staff holds one of these relations now. */
export const holdersOf = async (
  tx: Tx,
  schoolId: string,
  kinds: readonly string[],
  now: Date,
): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('relation as r')
      .innerJoin('staff_member as m', (join) =>
        join.onRef('m.school_id', '=', 'r.school_id').onRef('m.staff_id', '=', 'r.staff_id'),
      )
      .select('r.staff_id')
      .distinct()
      .where('r.school_id', '=', schoolId)
      .where('r.kind', 'in', kinds)
      .where(heldAt(now))
      .where('m.active', '=', true)
      .execute()
  ).map((row) => row.staff_id);

const atHand = async (tx: Tx, schoolId: string, found: FoundCase): Promise<CaseAtHand> => ({
  caseId: found.row.case_id,
  reference: found.row.reference,
  classId: found.row.class_id,
  pupilIds: await pupilsNow(tx, schoolId, found.row.case_id),
  people: found.people,
  facts: (await readFacts(tx, schoolId, found)).facts,
});

/** A case held until the transaction ends, with all that decides what may be done in it. */
export const holdCase = async (
  tx: Tx,
  schoolId: string,
  caseId: string,
  now: Date,
): Promise<CaseAtHand | undefined> => {
  const found = await heldCase(tx, schoolId, caseId, now);
  return found === undefined ? undefined : atHand(tx, schoolId, found);
};

/** The same, for somebody who may see that it is there. */
export const caseForActor = async (
  tx: Tx,
  actor: StaffActor,
  caseId: string,
  now: Date,
): Promise<CaseAtHand> => atHand(tx, actor.schoolId, await caseFor(tx, actor, caseId, now, { lock: true }));

type RoundKind = Extract<CaseEntryContent['kind'], `round_${string}`>;

/** Adds an entry about a round to the line of the case, when the line of duties lets it. */
export const addRoundEntry = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  { caseId, facts }: CaseAtHand,
  recordedBy: string,
  kind: RoundKind,
  text: string,
  now: Date,
): Promise<void> => {
  if (!stepOf(facts, kind).allowed) throw new AppError('investigation_not_now');
  // The clock, too, writes in the name of whoever answers for the round.
  const actor = { schoolId, staffId: recordedBy, trained: true, relations: [] };
  await appendEntry(
    { tx, sealer, actor, now },
    {
      ...{ caseId, entryId: randomUUID(), occurredOn: dayOf(now), pupilId: null, corrects: null },
      content: { kind, text },
    },
  );
};
