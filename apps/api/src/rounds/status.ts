import type { FormFault, SittingStatus } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { openClassCode } from './class-code.ts';
import { laterDays } from './later-days.ts';
import { listOf } from './listed-pupil.ts';
import { roundSettings } from './round-settings.ts';
import { LOCKED_AFTER, runnableSitting, summary } from './sittings.ts';
import { reasonPlace } from './voided-places.ts';
import { voidedInSitting } from './voided-responses.ts';

/** A tablet in use is heard of twice a minute; after this it has lost the network or gone to sleep. */
const SILENT_AFTER_SECONDS = 120;

type ListRow = Awaited<ReturnType<typeof listOf>>[number];

const stateOf = (row: ListRow, now: Date): SittingStatus['pupils'][number]['state'] => {
  if (row.submitted_at !== null) return 'responded';
  if (row.failed_tries >= LOCKED_AFTER) return 'locked';
  if (row.answers_later_until !== null && row.answers_later_until > now) return 'answers_later';
  return row.response_id === null ? 'not_started' : 'answering';
};

export const statusOf = async (
  deps: Dependencies,
  tx: Tx,
  sealer: SchoolSealer,
  actor: StaffActor,
  sittingId: string,
): Promise<SittingStatus> => {
  const row = await runnableSitting(tx, actor, sittingId);
  const now = deps.now();
  const silentSince = new Date(now.getTime() - SILENT_AFTER_SECONDS * 1000);
  const list = await listOf(tx, actor.schoolId, sittingId, silentSince);
  const rows = new Map(list.map((pupil) => [pupil.pupil_id, pupil]));
  const labels = await pupilLabels(tx, sealer, actor.schoolId, [...rows.keys()]);
  const voided = await voidedInSitting(tx, actor.schoolId, sittingId);
  const staffIds = [
    ...list.flatMap(({ helper_id: id }) => (id === null ? [] : [id])),
    ...voided.map((response) => response.voided_by),
  ];
  const staff = await wholeNames(tx, sealer, actor.schoolId, [...new Set(staffIds)]);
  const voidedOf = (pupilId: string): SittingStatus['pupils'][number]['voided'] => {
    const response = voided.find((candidate) => candidate.pupil_id === pupilId);
    if (response === undefined) return null;
    return {
      reason: sealer.open(response.reason, reasonPlace(response.void_id)),
      by: staff.get(response.voided_by) ?? '–',
      at: response.voided_at.toISOString(),
    };
  };
  return {
    sitting: summary(row),
    classId: row.class_id,
    className: row.class_name,
    classCode: openClassCode(sealer, sittingId, row.class_code),
    settings: roundSettings(row.settings),
    laterDays: laterDays(await readCalendar(tx, actor.schoolId, row.school_year_id), row, now),
    pupils: labels.flatMap((pupil) => {
      const listed = rows.get(pupil.pupilId);
      if (listed === undefined) return [];
      const { late, refused, set_aside: setAside, silent, has_waiting, helper_id: helperId } = listed;
      const helper = helperId === null ? null : (staff.get(helperId) ?? '–');
      const waiting = silent || has_waiting;
      // Written only as the shape of the contract.
      const formFaults = (listed.form_faults ?? []) as FormFault[];
      const state = stateOf(listed, now);
      const given = { pupil, state, waiting, late, refused, setAside, formFaults, helper };
      return [{ ...given, voided: voidedOf(pupil.pupilId) }];
    }),
  };
};

export const readStatus = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
): Promise<SittingStatus> =>
  deps.db.inScope(actor, async (tx, sealer) => statusOf(deps, tx, await sealer(), actor, sittingId));
