import { prepareAccounts } from './x3-prepared-accounts.ts';
import { prepareCalendar } from './x3-prepared-calendar.ts';
import { prepareCases } from './x3-prepared-cases.ts';
import { prepareInvestigations } from './x3-prepared-investigations.ts';
import { prepareLate } from './x3-prepared-late.ts';
import { prepareMail } from './x3-prepared-mail.ts';
import { prepareMeetings } from './x3-prepared-meetings.ts';
import { prepareOwn } from './x3-prepared-own.ts';
import { preparePupils } from './x3-prepared-pupils.ts';
import { prepareReports } from './x3-prepared-reports.ts';
import { prepareRights } from './x3-prepared-rights.ts';
import { prepareRounds } from './x3-prepared-rounds.ts';
import { prepareSchool } from './x3-prepared-school.ts';
import { prepareSignIn } from './x3-prepared-sign-in.ts';
import { prepareSittings } from './x3-prepared-sittings.ts';
import { prepareUndone } from './x3-prepared-undone.ts';
import type { Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';
import type { UseCase } from './x3-use-cases.ts';

/** The plan of the year is read last: no round is made after it. */
export const preparations: readonly Prepare[] = [
  prepareSignIn,
  prepareAccounts,
  prepareMail,
  preparePupils,
  prepareSchool,
  prepareSittings,
  prepareLate,
  prepareReports,
  prepareMeetings,
  prepareCases,
  prepareInvestigations,
  prepareRights,
  prepareCalendar,
  prepareOwn,
  prepareUndone,
  prepareRounds,
];

/** Routes whose request is refused, or changes nothing, in the school as it is seated, each with what it must begin with. */
export const preparedUseCases = async (
  school: HarmedSchool,
  wanted = preparations,
): Promise<readonly UseCase[]> => {
  const made: UseCase[] = [];
  for (const prepare of wanted) made.push(...(await prepare(school)));
  // A session that is used notes so once a minute, past the use case: each has just been used.
  for (const browser of new Set(made.flatMap(({ browsers }) => browsers))) await browser('/api/v1/session');
  return made;
};
