import { createSchoolYear } from '../../apps/api/src/calendar/service.ts';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { forgetAnswers } from '../../apps/api/src/demo/load-round.ts';
import { recordGrounds } from '../../apps/api/src/grounds/service.ts';
import { releaseEndedRoundInScope } from '../../apps/api/src/publications/release-ended-round.ts';
import { pinnedQuestionnaire } from '../../apps/api/src/questionnaires/service.ts';
import { createSchool, insertStaffMember, type NewRelation } from '../../apps/api/src/roster/people.ts';
import { applyPupils, classesOfYear, classList } from '../../apps/api/src/roster/service.ts';
import { closeInScope } from '../../apps/api/src/rounds/close.ts';
import { endRoundInScope } from '../../apps/api/src/rounds/end-round.ts';
import { insertRound } from '../../apps/api/src/rounds/plan.ts';
import { insertSitting } from '../../apps/api/src/rounds/sittings.ts';
import { startSession } from '../../apps/api/src/session/enter-school.ts';
import { openBareWriter, type Database, type Keyring } from '../../packages/db/src/index.ts';
import { bareResponse } from '../bench/made-response.ts';

export type HistorySize = {
  /** Before this one. */
  readonly years: number;
  /** Of a class. */
  readonly pupils: number;
  /** Classes of a grade, two when left out. */
  readonly parallels?: number;
};

/** School weeks, as days after the year began, in which the rounds of a year are held. */
const rounds = [
  ['wellbeing', 14],
  ['sociogram', 28],
  ['wellbeing', 63],
  ['wellbeing', 98],
  ['wellbeing', 140],
  ['sociogram', 154],
  ['wellbeing', 196],
  ['wellbeing', 238],
  ['sociogram', 259],
  ['wellbeing', 280],
] as const;

const kindNames = { wellbeing: 'Trivsel', sociogram: 'Sosiogram' } as const;
const dayAndMonth = new Intl.DateTimeFormat('nb-NO', {
  ...{ day: 'numeric', month: 'long' },
  timeZone: 'Europe/Oslo',
});

const grades = [1, 2, 3, 4, 5, 6, 7] as const;
const DAY = 86_400_000;

/** The roster of a year: who begins in the first grade then is in the seventh six years later, in the class of the same letter. */
const rosterOf = (year: number, { pupils, parallels = 2 }: HistorySize) =>
  grades
    .flatMap((grade) => [...'ABCD'].slice(0, parallels).map((letter) => ({ grade, letter })))
    .flatMap(({ grade, letter }) => {
      const className = `${grade}${letter}`;
      const cohort = `${year - grade}${letter}`;
      return Array.from({ length: pupils }, (_, p) => ({
        className,
        grade,
        givenName: `Elev${p + 1}`,
        familyName: cohort,
        externalId: `${cohort}-${p}`,
      }));
    });

const groundsOf = (schoolYearId: string, day: string) => ({
  schoolYearId,
  purpose: 'Å følge med på om elevene har et trygt og godt skolemiljø.',
  legalReference: 'Opplæringslova § 12-3',
  letterVersion: '1',
  letterApprovedOn: day,
  letterSentOn: day,
  dpiaVersion: '1',
  dpiaApprovedOn: day,
  recordedAt: new Date(`${day}T06:00:00Z`),
});

type History = {
  readonly db: Database;
  readonly keyring: Keyring;
  readonly url: string;
  readonly schoolId: string;
};
type Year = {
  readonly yearId: string;
  readonly startsOn: string;
  readonly kept: boolean;
  readonly now: number;
};

const playRound = async (
  { db, url, schoolId }: History,
  { yearId, startsOn, kept }: Year,
  [kind, daysIn]: (typeof rounds)[number],
): Promise<void> => {
  const openedAt = new Date(Date.parse(`${startsOn}T08:00:00Z`) + daysIn * DAY);
  const day = (after: number): string => dayOf(new Date(openedAt.getTime() + after * DAY));
  const name = `${kindNames[kind]} ${dayAndMonth.format(openedAt)}`;
  const round = { kind, name, opensOn: day(0), closesOn: day(7), yearId };
  const { roundId, seated } = await db.inScope({ schoolId }, async (tx) => {
    const id = await insertRound(tx, schoolId, round);
    const sittings = [];
    for (const classId of (await classesOfYear(tx, schoolId, yearId)).values()) {
      const pupils = (await classList(tx, schoolId, classId, day(0)))?.pupils ?? [];
      const sittingId = await insertSitting(tx, schoolId, {
        ...{ roundId: id, classId, pupils, openedAt },
        closesAt: new Date(openedAt.getTime() + 7 * DAY),
      });
      const pinned = await tx
        .selectFrom('sitting')
        .select(['questionnaire_id', 'questionnaire_version'])
        .where('school_id', '=', schoolId)
        .where('sitting_id', '=', sittingId)
        .executeTakeFirstOrThrow();
      const questionnaire = await pinnedQuestionnaire(
        tx,
        schoolId,
        pinned.questionnaire_id,
        pinned.questionnaire_version,
      );
      sittings.push({ sittingId, questionnaire, pupilIds: pupils.map(({ pupilId }) => pupilId) });
    }
    return { roundId: id, seated: sittings };
  });
  const writer = await openBareWriter(url, schoolId, 4);
  const answering = seated.flatMap(({ sittingId, questionnaire, pupilIds }) =>
    // Two of each class are away.
    pupilIds.slice(2).map((pupilId, place) => {
      const classmates = pupilIds.filter((other) => other !== pupilId);
      const pupil = { schoolId, sittingId, pupilId, classmates, token: '', publicKey: '' };
      return bareResponse(questionnaire, pupil, place * ((daysIn % 5) + 1));
    }),
  );
  await writer.storeAll(answering);
  await writer.close();
  const closedAt = new Date(openedAt.getTime() + 7 * DAY);
  for (const { sittingId } of seated)
    await db.inScope({ schoolId }, async (tx) => {
      await closeInScope(tx, schoolId, sittingId, closedAt, { signals: kept });
      if (!kept) await forgetAnswers(tx, schoolId, sittingId);
    });
  await db.inScope({ schoolId }, async (tx) => {
    await endRoundInScope(tx, schoolId, roundId, closedAt);
    await releaseEndedRoundInScope(tx, schoolId, roundId, closedAt);
  });
};

/**
 * A school with this school year so far and those before it as retention leaves them: tallies and class figures, no answers.
 * Its pupils go up a grade each year.
 */
export const liveThrough = async (
  db: Database,
  keyring: Keyring,
  url: string,
  size: HistorySize,
): Promise<{ readonly schoolId: string; readonly yearId: string; readonly year: number }> => {
  const name = { name: 'Målt skole', organisationNumber: '999999999', ownerName: 'Målt kommune' };
  const schoolId = await createSchool(db, keyring, { ...name, demo: false });
  const history = { db, keyring, url, schoolId };
  const now = Date.now();
  const today = dayOf(new Date(now));
  const thisYear = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
  let yearId = '';
  for (let year = thisYear - size.years; year <= thisYear; year += 1) {
    const [startsOn, endsOn] = [`${year}-08-01`, `${year + 1}-07-31`];
    yearId = await db.inScope({ schoolId }, async (tx, sealer) => {
      const id = await createSchoolYear(tx, schoolId, { label: `${year}/${year + 1}`, startsOn, endsOn });
      await recordGrounds(tx, schoolId, groundsOf(id, startsOn));
      await applyPupils(
        tx,
        await sealer(),
        schoolId,
        new Date(`${startsOn}T06:00:00Z`),
        rosterOf(year, size),
      );
      return id;
    });
    const held = rounds.filter(([, daysIn]) => Date.parse(startsOn) + (daysIn + 7) * DAY < now);
    for (const round of held)
      await playRound(history, { yearId, startsOn, kept: year === thisYear, now }, round);
  }
  return { schoolId, yearId, year: thisYear };
};

/** A school of fourteen classes with a history, one of its classes, and the cookies of its contact teacher and of a leader. */
export const makeHistory = async (
  db: Database,
  keyring: Keyring,
  url: string,
  size: HistorySize,
): Promise<{
  readonly schoolId: string;
  readonly classId: string;
  readonly cookie: string;
  readonly leadership: string;
}> => {
  const { schoolId, yearId, year } = await liveThrough(db, keyring, url, size);
  return db.inScope({ schoolId }, async (tx, sealer) => {
    const classId = (await classesOfYear(tx, schoolId, yearId)).get('7A') ?? '';
    const fromAt = new Date(`${year}-08-01T06:00:00Z`);
    const sessionOf = async (relation: NewRelation): Promise<string> => {
      const staffId = await insertStaffMember(tx, await sealer(), keyring, schoolId, {
        givenName: 'Målt',
        familyName: 'Ansatt',
        trainedOn: `${year}-08-01`,
        relations: [relation],
      });
      return startSession(tx, new Date(), schoolId, staffId);
    };
    const cookie = await sessionOf({ kind: 'contact_teacher', classId, fromAt });
    return { schoolId, classId, cookie, leadership: await sessionOf({ kind: 'leadership', fromAt }) };
  });
};
