import { randomUUID } from 'node:crypto';
import type { Seat } from '../access/access-table.ts';
import { dayOf } from '../calendar-days.ts';
import type {
  Clip,
  ClassSignalList,
  GradeOpening,
  NoticeList,
  OwnIncident,
  RoundOverview,
  SchoolYears,
} from '@samhold/contract';
import { bodyOf, cardsOf, openSitting, openTablet, type Card } from './answering.ts';
import { json, type Browser } from './browser.ts';
import { recordedClip } from './clip-sound.ts';
import { followUpOf } from './follow-up.ts';
import { seatLeaver } from './seat-leaver.ts';
import { holdSociogram, holdWellbeing } from './seat-rounds.ts';
import { seatMeeting } from './seat-meeting.ts';
import { caseAbout } from './made-cases.ts';
import { newIncident } from './incident.ts';
import { seatStaff } from './seat-staff.ts';
import { seatInvestigation } from './held-investigation.ts';
import { groupsOfTwo } from './made-groups.ts';
import { rosterHeader, rosterOf } from './class-with-teacher.ts';
import { madeMeasure } from './made-measure.ts';
import { gradeToOpen, plannedRound } from './planned-days.ts';
import { publishThree } from './published-reports.ts';
import { readRoster } from './roster-upload.ts';
import { madeRow, readSurvey } from './survey-upload.ts';
import type { TestHouse } from './test-house.ts';
import { seatYear } from './seat-year.ts';
import { makeSchool, type TestSchool } from './test-school.ts';

const post = { method: 'POST' };
export const seatedRoster = rosterHeader + rosterOf('5A', 5, 12) + rosterOf('5B', 5, 6);

export type Ids = Readonly<
  Record<
    | 'classId'
    | 'sociogramId'
    | 'wellbeingId'
    | 'pupilId'
    | 'signalId'
    | 'roundId'
    | 'importId'
    | 'staffId'
    | 'relationId'
    | 'ownerRelationId'
    | 'leaverId'
    | 'noticeId'
    | 'clipId'
    | 'schoolYearId'
    | keyof Awaited<ReturnType<typeof seatYear>>
    | 'openingId'
    | 'surveyImportId'
    | 'noteId'
    | 'holdId'
    | 'accessExportId'
    | 'followUpId'
    | 'caseId'
    | 'documentId'
    | 'exportId'
    | 'arrangementId'
    | 'incidentId'
    | 'questionnaireId'
    | 'meetingId'
    | 'itemId'
    | 'taskId'
    | 'memberId'
    | 'measureId'
    | 'investigatedCaseId'
    | 'investigationId'
    | 'readerId'
    | keyof Awaited<ReturnType<typeof publishThree>>,
    string
  >
>;

/** One school with somebody in every seat, and results of the class 5A that all of them can ask for. */
export type SeatedSchool = {
  readonly school: TestSchool;
  readonly ids: Ids;
  readonly cards: readonly Card[];
  /** Of a sitting that is open; the pupil in the seat answers it. */
  readonly classCode: string;
  readonly browserOf: (seat: Seat) => Browser;
  readonly staffIds: ReadonlyMap<Seat, string>;
};

export const openSeatedSchool = async (
  house: TestHouse,
  roster = seatedRoster,
  mark = '',
): Promise<SeatedSchool> => {
  const school = await makeSchool(house, 'Prøve', roster);
  const { browsers, staffIds } = await seatStaff(house, school, seatedRoster, mark);
  const of = (seat: Seat): string => staffIds.get(seat) ?? '';
  const [staffId, memberId, participantId] = [of('employee'), of('environment team'), of('case participant')];
  const browserOf = (seat: Seat): Browser => {
    const browser = browsers.get(seat);
    if (browser === undefined) throw new Error(`Nobody sits in the seat of ${seat}.`);
    return browser;
  };
  const classId = school.classIds.get('5A') ?? '';
  const [teacher, leadership] = [browserOf('contact teacher of the class'), browserOf('leadership')];
  const cards = await cardsOf(teacher, classId);
  const [first, second] = cards;
  if (first === undefined || second === undefined) throw new Error('The class has too few pupils.');
  const planned = await leadership('/api/v1/rounds', json('POST', plannedRound(house)));
  const { roundId } = await bodyOf<RoundOverview>(planned);
  const sociogramId = await holdSociogram(house, teacher, classId, roundId, cards);
  await leadership(`/api/v1/rounds/${roundId}/end`, post);
  const wellbeingId = await holdWellbeing(house, teacher, classId, first);
  const { signals } = await bodyOf<ClassSignalList>(await teacher(`/api/v1/classes/${classId}/signals`));
  const signalId = signals[0]?.signalId ?? '';
  const { classCode } = await openSitting(teacher, classId, { kind: 'wellbeing' });
  browsers.set('pupil', await openTablet(house, classCode, second));
  const { importId } = await readRoster(browserOf('administrator'), roster);
  // Ending the round closed the sitting of the sociogram, which the teacher was told.
  const { notices } = await bodyOf<NoticeList>(await teacher('/api/v1/notices'));
  const noticeId = notices[0]?.noticeId ?? '';
  const recorded = await teacher('/api/v1/read-aloud/clips', json('POST', recordedClip()));
  const { clipId } = await bodyOf<Clip>(recorded);
  const { years } = await bodyOf<SchoolYears>(await browserOf('administrator')('/api/v1/school-years'));
  const schoolYearId = years[0]?.schoolYearId ?? '';
  const year = await seatYear(house, leadership, browserOf('employee'), schoolYearId);
  const { openingId } = await bodyOf<GradeOpening>(
    await leadership('/api/v1/grade-sociograms', json('POST', gradeToOpen(house, roundId))),
  );
  const { surveyImportId } = await readSurvey(leadership, [madeRow()]);
  const noteId = randomUUID();
  await teacher(
    `/api/v1/classes/${classId}/pupils/${first.pupil.pupilId}/notes`,
    json('POST', { noteId, text: 'Lekte med flere i friminuttet.' }),
  );
  const holdId = randomUUID();
  const held = { holdId, kind: 'held', reason: 'Klagesak.' };
  await leadership(`/api/v1/pupil-rights/${first.pupil.pupilId}/holds`, json('POST', held));
  const accessExportId = randomUUID();
  const asked = { exportId: accessExportId, askedOn: dayOf(house.deps.now()) };
  await leadership(`/api/v1/pupil-rights/${first.pupil.pupilId}/exports`, json('POST', asked));
  const arrangementId = randomUUID();
  const measureId = randomUUID();
  await teacher(`/api/v1/classes/${classId}/measures`, json('POST', madeMeasure(measureId)));
  const followUp = followUpOf(house, classId);
  await leadership('/api/v1/national-survey/follow-up', json('POST', followUp));
  const filed = newIncident(house, { pupilIds: [first.pupil.pupilId] });
  const { reportId: incidentId } = await bodyOf<OwnIncident>(
    await browserOf('employee')('/api/v1/incidents', json('POST', filed)),
  );
  const groups = groupsOfTwo(arrangementId, dayOf(house.deps.now()), cards);
  await teacher(`/api/v1/classes/${classId}/arrangements`, json('POST', groups));
  const made = caseAbout(first.pupil.pupilId, dayOf(house.deps.now()));
  await leadership('/api/v1/cases', json('POST', { ...made, participantIds: [participantId] }));
  const [documentId, exportId] = [randomUUID(), randomUUID()];
  const ofCase = `/api/v1/cases/${made.caseId}`;
  const report = { documentId, kind: 'report', pupilId: first.pupil.pupilId };
  await leadership(`${ofCase}/documents`, json('POST', report));
  await leadership(`${ofCase}/exports`, json('POST', { exportId, recipient: 'archive' }));
  const ids = {
    classId,
    caseId: made.caseId,
    documentId,
    exportId,
    followUpId: followUp.followUpId,
    noteId,
    holdId,
    accessExportId,
    arrangementId,
    incidentId,
    questionnaireId: 'wellbeing-5-7',
    noticeId,
    clipId,
    importId,
    sociogramId,
    wellbeingId,
    roundId,
    pupilId: first.pupil.pupilId,
    signalId,
    staffId,
    memberId,
    measureId,
    ...(await seatMeeting(house, browserOf('social teacher'), { staffId, memberId })),
    ...(await seatInvestigation(house, school, { classId, cards, staffIds, browserOf, mark })),
    ...(await seatLeaver(house, school)),
    schoolYearId,
    ...year,
    openingId,
    surveyImportId,
    ...(await publishThree(house, school, leadership, roundId)),
  };
  return { school, ids, cards, classCode, browserOf, staffIds };
};
