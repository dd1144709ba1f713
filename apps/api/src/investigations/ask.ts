import { investigationCriteria } from '@samhold/survey';
import {
  fewestAskedPupils,
  type AskInvestigation,
  type Investigation,
  type InvestigationOffer,
} from '@samhold/contract';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import { addDays } from '../calendar/days.ts';
import { addSchoolDays } from '../calendar/school-days.ts';
import { findYear, readCalendar } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { pupilLabels, wholeNames } from '../roster/names.ts';
import { classList, classOfPupil, schoolYearOn } from '../roster/service.ts';
import { addRoundEntry, caseForActor, type CaseAtHand } from './case-at-hand.ts';
import { reasonsPlace } from './places.ts';
import { mayAsk, takesPart } from './policy.ts';
import * as queries from './queries.ts';
import { describe, hindranceOf, lowestGradeOf, ownInvestigation, shownCriteria } from './show.ts';

/** Answers are kept for a quarter of a year at most, and never into another school year. */
const MOST_DAYS_KEPT = 90;

/** A case whose carrier this actor is, in which an investigation can be asked for now. */
const caseToAskIn = async (tx: Tx, actor: StaffActor, caseId: string, now: Date): Promise<CaseAtHand> => {
  const of = await caseForActor(tx, actor, caseId, now);
  if (!mayAsk(actor, of.people)) throw new AppError('not_found');
  const before = await queries.investigationsOfCase(tx, actor.schoolId, caseId);
  if (hindranceOf(of, before) !== null) throw new AppError('investigation_not_now');
  return of;
};

/** The classes the case is about: its own, and those of its pupils. */
const classesOfCase = async (tx: Tx, schoolId: string, of: CaseAtHand, today: string) => {
  const classIds = new Set(of.classId === null ? [] : [of.classId]);
  for (const pupilId of of.pupilIds) {
    const classId = await classOfPupil(tx, schoolId, pupilId, today);
    if (classId !== undefined) classIds.add(classId);
  }
  const lists = await Promise.all([...classIds].map((classId) => classList(tx, schoolId, classId, today)));
  return lists.filter((list) => list !== undefined);
};

const latestDeletion = async (tx: Tx, schoolId: string, today: string): Promise<string> => {
  const yearId = await schoolYearOn(tx, schoolId, today);
  if (yearId === undefined) throw new AppError('no_school_year');
  const { endsOn } = await findYear(tx, schoolId, yearId);
  const latest = addDays(today, MOST_DAYS_KEPT);
  return latest < endsOn ? latest : endsOn;
};

export const offerInvestigation = (
  deps: Dependencies,
  actor: StaffActor,
  caseId: string,
): Promise<InvestigationOffer> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const now = deps.now();
    const of = await caseToAskIn(tx, actor, caseId, now);
    const school = await sealer();
    const classes = [];
    for (const list of await classesOfCase(tx, schoolId, of, dayOf(now)))
      classes.push({
        classId: list.classId,
        className: list.name,
        pupils: [
          ...(await pupilLabels(
            tx,
            school,
            schoolId,
            list.pupils.map(({ pupilId }) => pupilId),
          )),
        ],
        criteria: shownCriteria(
          investigationCriteria.map(({ id }) => id),
          lowestGradeOf(list.pupils),
        ),
      });
    await logOpening(tx, actor, now, {
      action: 'investigation.prepare',
      subjectKind: 'case',
      subjectId: caseId,
      purpose: 'choose which pupils of the class the case needs to ask',
    });
    const part = of.people.staff.map(({ staffId }) => staffId).filter((id) => takesPart(of.people, id));
    const names = await wholeNames(tx, school, schoolId, part);
    return {
      caseReference: of.reference,
      classes,
      people: [...names]
        .map(([staffId, name]) => ({ staffId, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
      earliestDeletion: addDays(dayOf(now), 1),
      latestDeletion: await latestDeletion(tx, schoolId, dayOf(now)),
    };
  });

const checkWish = async (tx: Tx, schoolId: string, of: CaseAtHand, wish: AskInvestigation, today: string) => {
  const list = (await classesOfCase(tx, schoolId, of, today)).find(({ classId }) => classId === wish.classId);
  const asked = list?.pupils.filter(({ pupilId }) => wish.pupilIds.includes(pupilId)) ?? [];
  const known = investigationCriteria.map(({ id }) => id);
  if (
    list === undefined ||
    asked.length < wish.pupilIds.length ||
    !wish.readerIds.every((staffId) => takesPart(of.people, staffId)) ||
    !wish.criteria.every((id) => known.includes(id))
  )
    throw new AppError('investigation_not_of_case');
  // So few are talked with, one by one: of so few any number would tell who.
  if (asked.length < fewestAskedPupils) throw new AppError('investigation_too_few');
  const closes = addSchoolDays(await readCalendar(tx, schoolId, list.yearId), today, wish.openDays);
  if (wish.deleteOn <= closes || wish.deleteOn > (await latestDeletion(tx, schoolId, today)))
    throw new AppError('investigation_dates');
  return asked;
};

/** Asks leadership for an investigation: what it is for and why nothing less will do is recorded before anybody is asked. */
export const askInvestigation = (
  deps: Dependencies,
  actor: StaffActor,
  caseId: string,
  wish: AskInvestigation,
): Promise<Investigation> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId, staffId } = actor;
    const now = deps.now();
    const of = await caseToAskIn(tx, actor, caseId, now);
    const asked = await checkWish(tx, schoolId, of, wish, dayOf(now));
    const school = await sealer();
    const { investigationId } = wish;
    const stored = await tx
      .insertInto('investigation')
      .values({
        ...{
          school_id: schoolId,
          investigation_id: investigationId,
          case_id: caseId,
          class_id: wish.classId,
        },
        ...{ state: 'asked', conditions: [...wish.conditions], criteria: [...wish.criteria] },
        ...{ open_days: wish.openDays, delete_on: wish.deleteOn, asked_by: staffId, asked_at: now },
        content: school.seal(JSON.stringify(wish.reasons), reasonsPlace(investigationId)),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (stored.numInsertedOrUpdatedRows !== 1n) throw new AppError('investigation_changed');
    await tx
      .insertInto('investigation_pupil')
      .values(
        asked.map(({ pupilId, grade }) => ({
          ...{ school_id: schoolId, investigation_id: investigationId, pupil_id: pupilId, grade },
        })),
      )
      .execute();
    await queries.addReaders(tx, schoolId, investigationId, wish.readerIds, staffId, now);
    const text = `Bedt om undersøkelse blant ${asked.length} elever. Mistanken: ${wish.reasons.suspicion} Prøvd før: ${wish.reasons.tried} Hvorfor det ikke holdt: ${wish.reasons.notEnough} Hvorfor dette er det minste inngrepet: ${wish.reasons.leastIntrusion}`;
    await addRoundEntry(tx, school, schoolId, of, staffId, 'round_asked', text, now);
    return describe(tx, school, actor, await ownInvestigation(tx, actor, investigationId, now), now);
  });
