import type { UnusualReads } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { addDays, mondayOf } from '../calendar/days.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { wholeNames } from '../roster/names.ts';
import { actionOf, reasonOf, rolesOf } from './entry-words.ts';
import { firstEntryAt } from './queries.ts';
import { findingsOfWeek, type LoggedRead } from './reads-of-week.ts';

const actionsOf = (reads: readonly LoggedRead[]): UnusualReads['found'][number]['actions'] =>
  [...Map.groupBy(reads, ({ row }) => `${row.action} ${reasonOf(row)}`).values()]
    .flatMap((alike) =>
      alike[0] === undefined
        ? []
        : [{ action: actionOf(alike[0].row), count: alike.length, reason: reasonOf(alike[0].row) }],
    )
    .sort((a, b) => b.count - a.count);

/** The unusual readings of a week that is over, the last when none is named: for the principal, and logged itself. */
export const listUnusualReads = (
  deps: Dependencies,
  actor: StaffActor,
  week: string | undefined,
): Promise<UnusualReads> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const lastWeek = addDays(mondayOf(dayOf(now)), -7);
    const monday = week ?? lastWeek;
    if (mondayOf(monday) !== monday || monday > lastWeek) throw new AppError('invalid_request', ['week']);
    const found = await findingsOfWeek(tx, actor, monday, now);
    const names = await wholeNames(tx, await sealer(), schoolId, [
      ...new Set(found.map((one) => one.staffId)),
    ]);
    const begun = await firstEntryAt(tx, schoolId);
    await logOpening(tx, actor, now, {
      action: 'unusual-reads.read',
      subjectKind: 'school',
      subjectId: schoolId,
      purpose: 'look over unusual readings of a week',
    });
    return {
      weekStartsOn: monday,
      weekEndsOn: addDays(monday, 6),
      earlier: begun !== undefined && dayOf(begun) < monday ? addDays(monday, -7) : null,
      later: monday < lastWeek ? addDays(monday, 7) : null,
      found: found.map(({ rule, staffId, reads }) => ({
        ...{ rule, staffId, staffName: names.get(staffId) ?? '–' },
        roles: [...new Set(reads.flatMap(({ row }) => rolesOf(row)))],
        count: reads.length,
        firstAt: (reads[0]?.at ?? now).toISOString(),
        lastAt: (reads.at(-1)?.at ?? now).toISOString(),
        actions: actionsOf(reads),
      })),
    };
  });
