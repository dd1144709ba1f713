import { randomUUID } from 'node:crypto';
import type { ApplyCalendarFile, CalendarFilePreview, CalendarFileReceipt } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { addDays } from './days.ts';
import { readCalendarFile } from './file/read-calendar-file.ts';
import { heldYear } from './periods.ts';
import * as queries from './queries.ts';
import { schoolDaysBetween } from './school-days.ts';
import { findYear } from './service.ts';
import { chosenYear } from './view.ts';

type Days = { readonly startsOn: string; readonly endsOn: string };

/** True when the days have no school day left, under whatever name they are free. */
const isCovered = (days: Days, free: readonly Days[]): boolean =>
  schoolDaysBetween({ ...days, free }, addDays(days.startsOn, -1), days.endsOn) === 0;

/** What a calendar file would add to a year. Nothing is stored. */
export const previewCalendarFile = (
  deps: Dependencies,
  actor: StaffActor,
  wished: string | undefined,
  text: string,
): Promise<CalendarFilePreview> =>
  deps.db.inScope(actor, async (tx) => {
    const year =
      wished === undefined
        ? chosenYear(await queries.yearsOf(tx, actor.schoolId), dayOf(deps.now()))
        : await findYear(tx, actor.schoolId, wished);
    if (year === undefined) throw new AppError('calendar_file_unreadable');
    const read = readCalendarFile(text, year);
    if (read === undefined) throw new AppError('calendar_file_unreadable');
    const free = (await queries.periodsOf(tx, actor.schoolId, year.yearId)).filter(
      ({ kind }) => kind === 'free',
    );
    return { ...read, events: read.events.map((event) => ({ ...event, known: isCovered(event, free) })) };
  });

/** Stores the ticked events as free days. Days that are free already are left as they are, so the same file twice adds nothing. */
export const applyCalendarFile = (
  deps: Dependencies,
  actor: StaffActor,
  { schoolYearId, periods, replaceTemplate }: ApplyCalendarFile,
): Promise<CalendarFileReceipt> =>
  deps.db.inScope(actor, async (tx) => {
    const year = await heldYear(tx, actor.schoolId, schoolYearId);
    for (const { startsOn, endsOn } of periods) {
      if (startsOn > endsOn) throw new AppError('invalid_request', ['endsOn']);
      if (startsOn < year.startsOn || endsOn > year.endsOn) throw new AppError('period_outside_year');
    }
    const before = (await queries.periodsOf(tx, actor.schoolId, schoolYearId)).filter(
      ({ kind }) => kind === 'free',
    );
    const replaced = replaceTemplate ? before.filter(({ source }) => source === 'template') : [];
    for (const { periodId } of replaced) await queries.deletePeriod(tx, actor.schoolId, periodId);
    const free: Days[] = before.filter((period) => !replaced.includes(period));
    const added: queries.Period[] = [];
    for (const period of periods) {
      if (isCovered(period, free)) continue;
      free.push(period);
      added.push({
        ...period,
        periodId: randomUUID(),
        kind: 'free',
        fromGrade: 1,
        toGrade: 7,
        source: 'calendar_file',
      });
    }
    await queries.insertPeriods(tx, actor.schoolId, schoolYearId, added);
    return { added: added.length, unchanged: periods.length - added.length, removed: replaced.length };
  });
