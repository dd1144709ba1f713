import { whichSittings, type ChoiceNetwork } from '@samhold/analysis';
import type { BeforeAndAfter, RoundKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { dayOf } from '../calendar-days.ts';
import { criterionTitle, pinnedQuestionnaire } from '../questionnaires/service.ts';
import { networksOf, readSittingAnswers } from '../responses/sitting-answers.ts';
import { roundSettings } from '../rounds/round-settings.ts';
import { closedSittings, type SittingRow } from '../rounds/sittings.ts';

export type Pair<T> = { readonly before: T; readonly after: T };

/** The sittings of a class that stand before and after a day on which a measure began. */
export const sittingsAround = async (
  tx: Tx,
  schoolId: string,
  classId: string,
  kind: RoundKind,
  fromOn: string,
) =>
  whichSittings(
    (await closedSittings(tx, schoolId, classId, kind)).map((row) => ({
      ...{ row, sittingId: row.sitting_id, day: dayOf(row.closed_at ?? row.opened_at) },
    })),
    fromOn,
  );

export type Around = Awaited<ReturnType<typeof sittingsAround>>;

const held = (sitting: Around['before']) =>
  sitting === null
    ? null
    : {
        ...{ name: sitting.row.name, day: sitting.day },
        ...{ listed: sitting.row.listed, responded: sitting.row.responded },
      };

export const shownAround = ({ before, after }: Around): BeforeAndAfter['sociogram'] => ({
  before: held(before),
  after: held(after),
});

/** Both rows, when there are two. */
export const bothOf = ({ before, after }: Around): Pair<SittingRow> | null =>
  before === null || after === null ? null : { before: before.row, after: after.row };

const networksIn = async (tx: Tx, schoolId: string, row: SittingRow) => {
  const asked = await pinnedQuestionnaire(tx, schoolId, row.questionnaire_id, row.questionnaire_version);
  const answers = await readSittingAnswers(tx, schoolId, row.sitting_id);
  return networksOf(answers, asked, roundSettings(row.settings).criteria).map((one) => ({
    ...one,
    title: criterionTitle(asked, one.criterionId),
  }));
};

export type CriterionPair = Pair<ChoiceNetwork> & { readonly criterionId: string; readonly title: string };

/** The choices on every criterion asked both times. */
export const criteriaAround = async (
  tx: Tx,
  schoolId: string,
  { before, after }: Pair<SittingRow>,
): Promise<readonly CriterionPair[]> => {
  const first = new Map(
    (await networksIn(tx, schoolId, before)).map(({ criterionId, network }) => [criterionId, network]),
  );
  return (await networksIn(tx, schoolId, after)).flatMap(({ criterionId, title, network }) => {
    const earlier = first.get(criterionId);
    return earlier === undefined ? [] : [{ criterionId, title, before: earlier, after: network }];
  });
};
