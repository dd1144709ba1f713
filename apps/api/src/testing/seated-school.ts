import { randomUUID } from 'node:crypto';
import { seats, type Seat } from '../access/access-table.ts';
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
import { groupsOfTwo } from './made-groups.ts';
import { rosterHeader, rosterOf } from './class-with-teacher.ts';
import { madeMeasure } from './made-measure.ts';
import { gradeToOpen, plannedRound } from './planned-days.ts';
import { publishThree } from './published-reports.ts';
import { readRoster } from './roster-upload.ts';
import { madeRow, readSurvey } from './survey-upload.ts';
import type { TestHouse } from './test-house.ts';
import { addStaff, makeSchool, type TestSchool } from './test-school.ts';
import { seatYear } from './seat-year.ts';

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
};

const seatStaff = async (house: TestHouse, school: TestSchool) => {
  const staffIds = new Map<Seat, string>();
  const browsers = new Map<Seat, Browser>([['nobody', house.tablet()]]);
  const classId = school.classIds.get('5A') ?? '';
  const other = await makeSchool(house, 'Nabo', seatedRoster);
  const daysOn = (days: number) => new Date(house.deps.now().getTime() + days * 86_400_000);
  const relations: Partial<Record<Seat, Parameters<typeof addStaff>[3]>> = {
    'contact teacher of the class': [{ kind: 'contact_teacher', classId }],
    'contact teacher of another class': [
      { kind: 'contact_teacher', classId: school.classIds.get('5B') ?? '' },
    ],
    'contact teacher until yesterday': [{ kind: 'contact_teacher', classId, toAt: daysOn(-1) }],
    'substitute of the class': [{ kind: 'substitute', classId, toAt: daysOn(1) }],
    employee: [{ kind: 'employee' }],
    'case participant': [{ kind: 'employee' }],
    'social teacher': [{ kind: 'social_teacher' }],
    'environment team': [{ kind: 'environment_team' }],
    leadership: [{ kind: 'leadership' }],
    principal: [{ kind: 'leadership' }, { kind: 'principal' }],
    administrator: [{ kind: 'administrator' }],
    'council reader': [{ kind: 'council_reader' }],
    owner: [{ kind: 'owner' }],
    'contact teacher of another school': [
      { kind: 'contact_teacher', classId: other.classIds.get('5A') ?? '' },
    ],
  };
  for (const seat of seats) {
    const given = relations[seat];
    if (given === undefined) continue;
    const at = seat === 'contact teacher of another school' ? other : school;
    staffIds.set(seat, await addStaff(house, at, seat, given));
    browsers.set(seat, await house.staffBrowser(seat));
  }
  return {
    browsers,
    staffId: staffIds.get('employee') ?? '',
    memberId: staffIds.get('environment team') ?? '',
    participantId: staffIds.get('case participant') ?? '',
  };
};

export const openSeatedSchool = async (house: TestHouse, roster = seatedRoster): Promise<SeatedSchool> => {
  const school = await makeSchool(house, 'Prøve', roster);
  const { browsers, staffId, memberId, participantId } = await seatStaff(house, school);
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
    ...(await seatLeaver(house, school)),
    schoolYearId,
    ...year,
    openingId,
    surveyImportId,
    ...(await publishThree(house, school, leadership, roundId)),
  };
  return { school, ids, cards, classCode, browserOf };
};
