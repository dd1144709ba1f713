import type { InvestigationResult } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { ownCases } from '../cases/own-cases.ts';
import { requireProof } from '../session/proof.ts';
import { mayReadAnswers } from './policy.ts';
import * as queries from './queries.ts';
import { resultOf } from './read-answers.ts';

type Criterion = InvestigationResult['criteria'][number];
type Statement = Criterion['statements'][number];

export type RoundAboutPupil = {
  readonly investigationId: string;
  readonly className: string;
  readonly endedAt: Date;
  readonly statements: readonly (Pick<Criterion, 'criterionId' | 'title' | 'question'> &
    Pick<Statement, 'said'>)[];
  readonly pattern: InvestigationResult['patterns'][number] | null;
  readonly replies: Statement['replies'];
};

/** Rounds that have ended with this pupil on the list, and that the actor is a reader of. */
export const readableRounds = async (tx: Tx, actor: StaffActor, pupilId: string, now: Date) => {
  const { schoolId } = actor;
  // Whoever else was asked about is on the list too, without the case being theirs.
  const { own } = await ownCases(tx, actor, now);
  const cases = new Map(own.map(({ row, people }) => [row.case_id, people]));
  const rows: queries.InvestigationRow[] = [];
  for (const row of await queries.endedAbout(tx, schoolId, pupilId)) {
    const people = cases.get(row.case_id);
    const readers = await queries.readersOf(tx, schoolId, row.investigation_id);
    if (people !== undefined && mayReadAnswers(actor, people, readers)) rows.push(row);
  }
  return rows;
};

/** What is said of a pupil in rounds the actor is a reader of, never by whom; each is entered in the log. */
export const statementsAbout = async (
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  pupilId: string,
  now: Date,
): Promise<readonly RoundAboutPupil[]> => {
  const rounds: RoundAboutPupil[] = [];
  for (const row of await readableRounds(tx, actor, pupilId, now)) {
    requireProof(actor, now);
    const { investigation_id: investigationId } = row;
    await logOpening(tx, actor, now, {
      ...{ action: 'investigation.read', subjectKind: 'investigation', subjectId: investigationId },
      purpose: 'right of access',
    });
    const { criteria, patterns } = await resultOf(tx, sealer, actor.schoolId, row);
    const pattern = patterns.find((one) => one.pupilId === pupilId) ?? null;
    const said = criteria.flatMap(({ statements, ...criterion }) =>
      statements.filter((one) => one.pupilId === pupilId).map((one) => ({ ...criterion, ...one })),
    );
    rounds.push({
      ...{ investigationId, className: row.class_name, endedAt: row.ended_at ?? now },
      ...{ statements: said, pattern, replies: said[0]?.replies ?? pattern?.replies ?? [] },
    });
  }
  return rounds;
};
