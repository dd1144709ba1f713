import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { forgetAnswers } from '../../apps/api/src/demo/load-round.ts';
import { releaseEndedRoundInScope } from '../../apps/api/src/publications/release-ended-round.ts';
import { pinnedQuestionnaire } from '../../apps/api/src/questionnaires/service.ts';
import {
  createSchool,
  insertSchoolYear,
  insertStaffMember,
  type NewRelation,
} from '../../apps/api/src/roster/people.ts';
import { applyPupils, classesOfYear, classList } from '../../apps/api/src/roster/service.ts';
import { closeInScope } from '../../apps/api/src/rounds/close.ts';
import { endRoundInScope } from '../../apps/api/src/rounds/end-round.ts';
import { insertRound } from '../../apps/api/src/rounds/plan.ts';
import { insertSitting } from '../../apps/api/src/rounds/sittings.ts';
import { startSession } from '../../apps/api/src/session/enter-school.ts';
import { openBareWriter, type Database, type Keyring } from '../../packages/db/src/index.ts';
import { bareResponse } from './made-response.ts';

export type HistorySize = {
  /** Before this one. */
  readonly years: number;
  readonly pupils: number;
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

const classNames = [1, 2, 3, 4, 5, 6, 7].flatMap((grade) => [`${grade}A`, `${grade}B`]);
const DAY = 86_400_000;

/** The roster of a year: who begins in the first grade then is in the seventh six years later, in the class of the same letter. */
const rosterOf = (year: number, pupils: number) =>
  classNames.flatMap((className) => {
    const grade = Number(className[0]);
    const cohort = `${year - grade}${className[1] ?? ''}`;
    return Array.from({ length: pupils }, (_, p) => ({
      className,
      grade,
      givenName: `Elev${p + 1}`,
      familyName: cohort,
      externalId: `${cohort}-${p}`,
    }));
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
  const round = { kind, name: `${kind} ${day(0)}`, opensOn: day(0), closesOn: day(7), yearId };
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
      const pupil = { sittingId, pupilId, classmates, token: '', publicKey: '' };
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
 * A school of fourteen classes with this school year so far and those before it as retention leaves them: tallies and class
 * figures, no answers. Its pupils go up a grade each year. Returns a class, and the cookies of its contact teacher and of a
 * leader.
 */
export const makeHistory = async (
  db: Database,
  keyring: Keyring,
  url: string,
  { years, pupils }: HistorySize,
): Promise<{
  readonly schoolId: string;
  readonly classId: string;
  readonly cookie: string;
  readonly leadership: string;
}> => {
  const name = { name: 'Målt skole', organisationNumber: '999999999', ownerName: 'Målt kommune' };
  const schoolId = await createSchool(db, keyring, { ...name, demo: false });
  const history = { db, keyring, url, schoolId };
  const now = Date.now();
  const today = dayOf(new Date(now));
  const thisYear = Number(today.slice(0, 4)) - (today.slice(5) < '08-01' ? 1 : 0);
  let yearId = '';
  for (let year = thisYear - years; year <= thisYear; year += 1) {
    const [startsOn, endsOn] = [`${year}-08-01`, `${year + 1}-07-31`];
    yearId = await db.inScope({ schoolId }, async (tx, sealer) => {
      const id = await insertSchoolYear(tx, schoolId, { label: `${year}/${year + 1}`, startsOn, endsOn });
      await applyPupils(
        tx,
        await sealer(),
        schoolId,
        new Date(`${startsOn}T06:00:00Z`),
        rosterOf(year, pupils),
      );
      return id;
    });
    const held = rounds.filter(([, daysIn]) => Date.parse(startsOn) + (daysIn + 7) * DAY < now);
    for (const round of held)
      await playRound(history, { yearId, startsOn, kept: year === thisYear, now }, round);
  }
  return db.inScope({ schoolId }, async (tx, sealer) => {
    const classId = (await classesOfYear(tx, schoolId, yearId)).get('7A') ?? '';
    const fromAt = new Date(`${thisYear}-08-01T06:00:00Z`);
    const sessionOf = async (relation: NewRelation): Promise<string> => {
      const staffId = await insertStaffMember(tx, await sealer(), keyring, schoolId, {
        givenName: 'Målt',
        familyName: 'Ansatt',
        trainedOn: `${thisYear}-08-01`,
        relations: [relation],
      });
      return startSession(tx, new Date(now), schoolId, staffId);
    };
    const cookie = await sessionOf({ kind: 'contact_teacher', classId, fromAt });
    return { schoolId, classId, cookie, leadership: await sessionOf({ kind: 'leadership', fromAt }) };
  });
};
