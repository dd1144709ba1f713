import { investigationCriteria } from '@samhold/survey';
import type { InvestigationCondition, InvestigationReasons, InvestigationState } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import { wholeNames } from '../roster/names.ts';
import { decisionPlace, reasonsPlace } from './places.ts';
import * as queries from './queries.ts';

export type SurveyOfCase = {
  readonly className: string;
  readonly state: InvestigationState;
  readonly conditions: readonly InvestigationCondition[];
  readonly reasons: InvestigationReasons;
  readonly criteria: readonly string[];
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decision: string | null;
  readonly openedAt: string | null;
  readonly endedAt: string | null;
  readonly answered: number | null;
  readonly readers: readonly string[];
  readonly deleteOn: string;
  readonly deletedAt: string | null;
};

/**
 * Why pupils were asked in a case, on whose word, when and of how many: for an archive. What they answered is not here: it is its named
 * readers' alone, and goes on its own day (forskrift § 20-5). The caller has asked who may.
 */
export const surveysOfCase = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  caseId: string,
): Promise<readonly SurveyOfCase[]> => {
  const rows = (await queries.investigationsOfCase(tx, schoolId, caseId)).toReversed();
  const surveys: SurveyOfCase[] = [];
  for (const row of rows) {
    const id = row.investigation_id;
    const readers = await queries.everyReaderOf(tx, schoolId, id);
    const people = [row.asked_by, ...readers, ...(row.decided_by === null ? [] : [row.decided_by])];
    const names = await wholeNames(tx, sealer, schoolId, [...new Set(people)]);
    const nameOf = (staffId: string): string => names.get(staffId) ?? '–';
    surveys.push({
      className: row.class_name,
      // The check constraint allows exactly these states.
      state: row.state as InvestigationState,
      conditions: row.conditions as InvestigationCondition[],
      // Only `ask` writes it, from this shape.
      reasons: JSON.parse(sealer.open(row.content, reasonsPlace(id))) as InvestigationReasons,
      criteria: row.criteria.map(
        (criterion) => investigationCriteria.find((one) => one.id === criterion)?.title.nb ?? criterion,
      ),
      ...{ askedBy: nameOf(row.asked_by), askedAt: row.asked_at.toISOString() },
      decidedBy: row.decided_by === null ? null : nameOf(row.decided_by),
      decidedAt: row.decided_at?.toISOString() ?? null,
      decision: row.decision === null ? null : sealer.open(row.decision, decisionPlace(id)),
      openedAt: row.opened_at?.toISOString() ?? null,
      endedAt: row.ended_at?.toISOString() ?? null,
      ...{ answered: row.answered, readers: readers.map(nameOf) },
      ...{ deleteOn: String(row.delete_on), deletedAt: row.deleted_at?.toISOString() ?? null },
    });
  }
  return surveys;
};
