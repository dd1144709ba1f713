import type { RoundKind } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { Questionnaire } from '@samhold/survey';
import { roundSettings } from './round-settings.ts';

const planned = (tx: Tx, schoolId: string, kind: RoundKind) =>
  tx
    .selectFrom('round as r')
    .select(['r.round_id', 'r.name', 'r.opens_on', 'r.settings'])
    .where('r.school_id', '=', schoolId)
    .where('r.kind', '=', kind)
    .where('r.opened_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .orderBy('r.opens_on')
    .orderBy('r.round_id');

/** Rounds that nobody has begun: they ask whatever is newest when they open. */
export const waitingRounds = (tx: Tx, schoolId: string, kind: RoundKind) =>
  planned(tx, schoolId, kind)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sitting as s')
            .select('s.sitting_id')
            .where('s.school_id', '=', schoolId)
            .whereRef('s.round_id', '=', 'r.round_id'),
        ),
      ),
    )
    .execute();

/** Until the transaction ends no planned round of the kind opens, and no class begins one. */
export const holdPlannedRounds = (tx: Tx, schoolId: string, kind: RoundKind) =>
  planned(tx, schoolId, kind).forUpdate().execute();

/**
 * The criteria a planned round asks for once those that can be asked have changed: all of them where it asked for all
 * before; else those it chose, of what there still is.
 */
export const criteriaFrom = (
  asked: readonly string[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] => {
  const left = asked.filter((id) => after.includes(id));
  return left.length === 0 || before.every((id) => asked.includes(id)) ? after : left;
};

/** Has the rounds that nobody has begun ask the new version instead of any of the same questionnaire. */
export const repinRounds = async (
  tx: Tx,
  schoolId: string,
  standard: Questionnaire,
  version: Questionnaire,
  criteria: { readonly before: readonly string[]; readonly after: readonly string[] },
): Promise<void> => {
  for (const round of await waitingRounds(tx, schoolId, standard.kind)) {
    await tx
      .updateTable('round_questionnaire')
      .set({ questionnaire_id: version.id, questionnaire_version: version.version })
      .where('school_id', '=', schoolId)
      .where('round_id', '=', round.round_id)
      .where('questionnaire_id', 'in', [standard.id, version.id])
      .execute();
    if (standard.kind !== 'sociogram') continue;
    const settings = roundSettings(round.settings);
    const asked = criteriaFrom(settings.criteria, criteria.before, criteria.after);
    await tx
      .updateTable('round')
      .set({ settings: JSON.stringify({ ...settings, criteria: asked }) })
      .where('school_id', '=', schoolId)
      .where('round_id', '=', round.round_id)
      .execute();
  }
};
