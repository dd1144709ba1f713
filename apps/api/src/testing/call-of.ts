import { randomUUID } from 'node:crypto';
import { dayOf } from '../calendar-days.ts';
import { json } from './browser.ts';
import { recordedClip } from './clip-sound.ts';
import { followUpOf } from './follow-up.ts';
import { caseAbout, noteOf } from './made-cases.ts';
import { newIncident } from './incident.ts';
import { investigationCalls } from './investigation-calls.ts';
import { groupsOfTwo } from './made-groups.ts';
import { gradeToOpen, plannedRound, planningDay } from './planned-days.ts';
import { seatedRoster, type Ids, type SeatedSchool } from './seated-school.ts';
import { classFileForm, madeClassTable } from './class-file.ts';
import { madeMeasure } from './made-measure.ts';
import { staffReport } from './published-reports.ts';
import { rightsCalls } from './rights-calls.ts';
import { schoolDayUpTo } from './school-day.ts';
import { surveyForm } from './survey-upload.ts';
import { signInCalls } from './sign-in-calls.ts';
import type { TestHouse } from './test-house.ts';
import { entryCalls, pointCalls } from './weekly-meeting.ts';

export type Call = readonly [path: string, options?: RequestInit];

const rosterForm = (): RequestInit => {
  const body = new FormData();
  body.set('file', new Blob([seatedRoster]), 'elever.csv');
  return { method: 'POST', body };
};

const dayOfPlanning = ({ startsOn, endsOn }: ReturnType<typeof planningDay>) => ({ startsOn, endsOn });

/** For each route a request that is right in itself, about the class whose ids are given. */
export const callOf = (
  house: TestHouse,
  seated: Pick<SeatedSchool, 'classCode' | 'cards'>,
  route: string,
  of: Ids,
): Call => {
  const path = (route.split(' ')[1] ?? '')
    .replace(':classId', of.classId)
    .replace(':sittingId', /wellbeing|talk/.test(route) ? of.wellbeingId : of.sociogramId)
    .replace(':pupilId', of.pupilId)
    .replace(':signalId', of.signalId)
    .replace(':roundId', of.roundId)
    .replace(':importId', of.importId)
    .replace(':staffId', /activate|account/.test(route) ? of.leaverId : of.staffId)
    .replace(':relationId', /confirm-owner/.test(route) ? of.ownerRelationId : of.relationId)
    .replace(':noticeId', of.noticeId)
    .replace(':noteId', of.noteId)
    .replace(':holdId', of.holdId)
    .replace(':reportId', of.incidentId)
    .replace(':arrangementId', of.arrangementId)
    .replace(':clipId', of.clipId)
    .replace(':schoolYearId', of.schoolYearId)
    .replace(':periodId', of.periodId)
    .replace(':entryId', of.entryId)
    .replace(':number', '1')
    .replace('feed/:link', `feed/${of.calendarLink}`)
    .replace(':openingId', of.openingId)
    .replace(':surveyImportId', of.surveyImportId)
    .replace(':questionnaireId', of.questionnaireId)
    .replace(':followUpId', of.followUpId)
    .replace(':meetingId', of.meetingId)
    .replace(':measureId', of.measureId)
    .replace(':itemId', of.itemId)
    .replace(':taskId', of.taskId)
    .replace(':documentId', of.documentId)
    .replace(':exportId', /rights/.test(route) ? of.accessExportId : of.exportId)
    .replace(':grade', '5')
    .replace(':language', 'nb')
    .replace(':publicationId', /publish|revoke/.test(route) ? of.linkedReportId : of.staffReportId)
    .replace(':releaseId/record', `${of.releaseId}/record?copy=own`)
    .replace(/reports\/([^/]+)\/file$/, 'reports/$1/file?format=csv')
    .replace(':caseId', route.includes('investigations') ? of.investigatedCaseId : of.caseId)
    .replace(':investigationId', of.investigationId)
    .replace(/:(responseId|sessionId)/, randomUUID())
    .replace(/sociogram\/file$/, 'sociogram/file?format=svg&view=network');
  const bodies: Readonly<Record<string, RequestInit>> = {
    'POST /api/v1/roster/imports': rosterForm(),
    'POST /api/v1/pupil-readers/pupils': json('POST', { sought: 'Elev' }),
    'POST /api/v1/roster/imports/:importId/apply': json('POST', {}),
    'POST /api/v1/classes/:classId/sittings': json('POST', { kind: 'sociogram' }),
    'POST /api/v1/classes/:classId/wellbeing/open': json('POST', { reason: 'survey_follow_up' }),
    'POST /api/v1/signals/:signalId/open': json('POST', { reason: 'meeting' }),
    'POST /api/v1/signals/:signalId/views': json('POST', {
      ...{ viewId: randomUUID(), whose: 'pupil', text: 'Jeg har det fint.' },
    }),
    'POST /api/v1/signals/:signalId/verifications': json('POST', {
      ...{ verificationId: randomUUID(), state: 'being_verified', observed: 'Sett i friminutt.' },
    }),
    'POST /api/v1/classes/:classId/pupils/:pupilId/notes': json('POST', {
      noteId: randomUUID(),
      text: 'Lekte med flere i friminuttet.',
    }),
    'POST /api/v1/notes/:noteId/corrections': json('POST', { version: 1, text: 'Lekte med to andre.' }),
    'PUT /api/v1/notes/:noteId/withdrawn': json('PUT', { withdrawn: true }),
    'POST /api/v1/notes/:noteId/views': json('POST', {
      ...{ viewId: randomUUID(), whose: 'pupil', text: 'Jeg hadde det fint.' },
    }),
    'PUT /api/v1/classes/:classId/pupils/:pupilId/talk': json('PUT', {
      ...{ version: 0, topics: 'Friminuttene', agreed: '', heldOn: null, nextOn: null },
    }),
    'POST /api/v1/classes/:classId/arrangements': json(
      'POST',
      groupsOfTwo(randomUUID(), dayOf(house.deps.now()), seated.cards),
    ),
    'PUT /api/v1/arrangements/:arrangementId/put-aside': json('PUT', { putAside: false }),
    'POST /api/v1/classes/:classId/measures': json('POST', madeMeasure(randomUUID())),
    'PUT /api/v1/class-measures/:measureId': json('PUT', { revision: 1, toOn: null }),
    'POST /api/v1/cases/:caseId/effect': json('POST', { reason: 'evaluation' }),
    'POST /api/v1/meetings': json('POST', {
      meetingId: of.meetingId,
      heldOn: schoolDayUpTo(dayOf(house.deps.now())),
    }),
    'PUT /api/v1/meetings/:meetingId/participants': json('PUT', { staffIds: [of.memberId] }),
    'PUT /api/v1/meetings/:meetingId/presence': json('PUT', { staffId: of.memberId, present: true }),
    'POST /api/v1/meetings/:meetingId/points': json('POST', { itemId: randomUUID(), title: 'Skolegården' }),
    'PUT /api/v1/meetings/:meetingId/order': json('PUT', { before: [], after: [] }),
    'PUT /api/v1/meeting-points/:itemId/minutes': json('PUT', { revision: 1, minutes: 'Drøftet.' }),
    ...pointCalls(of.staffId),
    'PUT /api/v1/tasks/:taskId/done': json('PUT', { done: true }),
    'POST /api/v1/cases': json('POST', caseAbout(of.pupilId, dayOf(house.deps.now()))),
    'POST /api/v1/cases/:caseId/documents': json('POST', {
      ...{ documentId: randomUUID(), kind: 'report', pupilId: of.pupilId },
    }),
    'PUT /api/v1/cases/:caseId/documents/:documentId/review': json('PUT', {
      ...{ revision: 1, key: '1.what', read: true, decisions: [] },
    }),
    'POST /api/v1/cases/:caseId/documents/:documentId/finish': json('POST', { revision: 1 }),
    'POST /api/v1/cases/:caseId/exports': json('POST', { exportId: randomUUID(), recipient: 'archive' }),
    'POST /api/v1/cases/:caseId/exports/:exportId/receipt': json('POST', {
      ...{ receivedOn: dayOf(house.deps.now()), receivedAs: '2026/1' },
    }),
    'PUT /api/v1/case-retention': json('PUT', { keptDays: 100 }),
    'POST /api/v1/cases/:caseId/entries': json('POST', noteOf(dayOf(house.deps.now()))),
    'POST /api/v1/incidents': json('POST', newIncident(house, { pupilIds: [] })),
    ...rightsCalls(),
    'POST /api/v1/incidents/pupils': json('POST', { sought: 'elev' }),
    'POST /api/v1/incidents/:reportId/additions': json('POST', { text: 'De ble venner igjen.' }),
    'POST /api/v1/incidents/:reportId/steps': json('POST', { kind: 'seen', revision: 1 }),
    'POST /api/v1/publications': json('POST', staffReport(randomUUID(), of.roundId)),
    'POST /api/v1/reports/open': json('POST', { link: of.reportLink }),
    'POST /api/v1/reports/file': json('POST', { link: of.reportLink, format: 'csv' }),
    'POST /api/v1/rounds': json('POST', plannedRound(house)),
    'PUT /api/v1/calendar/terms': json('PUT', {
      schoolYearId: of.schoolYearId,
      terms: [{ name: 'Høst', ...dayOfPlanning(planningDay(house)) }],
    }),
    'POST /api/v1/calendar/periods': json('POST', {
      schoolYearId: of.schoolYearId,
      period: planningDay(house),
    }),
    'PUT /api/v1/calendar/periods/:periodId': json('PUT', planningDay(house)),
    ...entryCalls(of.schoolYearId),
    'POST /api/v1/calendar/file': {
      method: 'POST',
      headers: { 'content-type': 'text/calendar' },
      body: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
    },
    'POST /api/v1/calendar/file/apply': json('POST', {
      schoolYearId: of.schoolYearId,
      replaceTemplate: false,
      periods: [{ name: 'Fri', ...dayOfPlanning(planningDay(house)) }],
    }),
    'POST /api/v1/calendar/plan/check': json('POST', { schoolYearId: of.schoolYearId, rounds: [] }),
    'PUT /api/v1/calendar/plan': json('PUT', {
      schoolYearId: of.schoolYearId,
      version: 'an older one',
      rounds: [],
    }),
    'POST /api/v1/rounds/:roundId/move': json('POST', { opensOn: planningDay(house).startsOn }),
    'PUT /api/v1/me/notices': json('PUT', {
      ...{ choices: [], quietHours: null, quietWeekends: true, quietFreeDays: true },
    }),
    'PUT /api/v1/me/mail': json('PUT', { email: 'ansatt@skole.test' }),
    'POST /api/v1/me/mail/confirm': json('POST', { code: '123456' }),
    'POST /api/v1/read-aloud/clips': json('POST', recordedClip()),
    'PUT /api/v1/read-aloud/order': json('PUT', { clipsFirst: true }),
    'PUT /api/v1/classes/:classId/read-aloud': json('PUT', { on: false }),
    'PUT /api/v1/classes/:classId/languages': json('PUT', { languages: ['nb', 'nn', 'en'] }),
    'POST /api/v1/sittings/:sittingId/extend': json('POST', { closesOn: '2026-11-20' }),
    'POST /api/v1/sittings/:sittingId/pupils/:pupilId/void': json('POST', { reason: 'Feil elev svarte.' }),
    'POST /api/v1/badge': json('POST', { token: 'a-token-nobody-ever-made' }),
    'POST /api/v1/classes/:classId/badges': json('POST', { renew: 'all' }),
    'POST /api/v1/join': json('POST', { classCode: seated.classCode }),
    'POST /api/v1/pupil-session': json('POST', {
      classCode: seated.classCode,
      pupilId: seated.cards[2]?.pupil.pupilId,
      pictures: seated.cards[2]?.pictures,
    }),
    ...signInCalls(house),
    'PUT /api/v1/school': json('PUT', { name: 'Prøve', organisationNumber: '974588145' }),
    'PUT /api/v1/school/languages': json('PUT', { languages: ['ar'] }),
    'POST /api/v1/school-years': json('POST', {
      label: '2090/2091',
      startsOn: '2090-08-20',
      endsOn: '2091-06-20',
    }),
    'PUT /api/v1/school-years/:schoolYearId': json('PUT', {
      label: '2080/2081',
      startsOn: '2080-08-20',
      endsOn: '2081-06-20',
    }),
    'POST /api/v1/grounds': json('POST', {
      schoolYearId: of.schoolYearId,
      purpose: 'Følge med',
      legalReference: '§ 12-3',
      letterVersion: '2',
      letterApprovedOn: '2025-08-01',
      letterSentOn: '2025-08-02',
      dpiaVersion: '2',
      dpiaApprovedOn: '2025-08-01',
    }),
    'POST /api/v1/staff': json('POST', { givenName: 'Ny', familyName: 'Ansatt' }),
    'PUT /api/v1/staff/:staffId/name': json('PUT', { givenName: 'employee', familyName: 'Prøve' }),
    'POST /api/v1/staff/:staffId/relations': json('POST', {
      kind: 'council_reader',
      fromOn: dayOf(house.deps.now()),
    }),
    'POST /api/v1/relations/confirm': json('POST', { relationIds: [of.relationId] }),
    'POST /api/v1/training': json('POST', { staffIds: [of.staffId], heldOn: '2025-08-01' }),
    'POST /api/v1/hidden-pupils': json('POST', {
      pupilId: of.pupilId,
      givenName: 'Robin',
      familyName: 'Berg',
    }),
    'PUT /api/v1/responses/:responseId/parts': json('PUT', { parts: [], waiting: 0 }),
    'POST /api/v1/sittings/:sittingId/pupils/:pupilId/late-answers': json('POST', { include: true }),
    'PUT /api/v1/sittings/:sittingId/wellbeing/summary': json('PUT', { itemIds: [] }),
    'PUT /api/v1/sittings/:sittingId/sociogram/places': json('PUT', {
      moved: [{ pupilId: of.pupilId, place: { x: 500, y: 300 } }],
    }),
    'PUT /api/v1/questionnaires/:questionnaireId/draft': json('PUT', {
      ...{ basedOn: 0, revision: 0, entries: [] },
    }),
    'POST /api/v1/questionnaires/:questionnaireId/draft/discard': json('POST', { basedOn: 0, revision: 1 }),
    'POST /api/v1/questionnaires/:questionnaireId/versions': json('POST', { basedOn: 0, revision: 1 }),
    'POST /api/v1/grade-sociograms': json('POST', gradeToOpen(house, of.roundId)),
    'PUT /api/v1/sittings/:sittingId/pupils/:pupilId/helper': json('PUT', { staffId: of.staffId }),
    'PUT /api/v1/talk-adults': json('PUT', { classId: null, choice: null }),
    'POST /api/v1/national-survey/imports': surveyForm([]),
    'POST /api/v1/national-survey/class-files': classFileForm(madeClassTable),
    'POST /api/v1/national-survey/class-files/columns': classFileForm(madeClassTable),
    'PUT /api/v1/national-survey/imports/:surveyImportId/in-use': json('PUT', { inUse: false }),
    'POST /api/v1/national-survey/follow-up': json('POST', followUpOf(house, of.classId)),
    'PUT /api/v1/national-survey/follow-up/:followUpId/withdrawn': json('PUT', { withdrawn: false }),
    ...investigationCalls(house, seated.cards, of),
    'DELETE /api/v1/pupil-session': { method: 'DELETE' },
  };
  return [path, bodies[route] ?? { method: route.split(' ')[0] ?? 'GET' }];
};
