/** Where the staff pages live: the one place that spells their addresses. */
export const classHomePath = (classId: string) => `/class/${classId}`;
/** Where a class starts a round of its own. */
export const ownRoundPath = (classId: string) => `${classHomePath(classId)}#own-round`;
export const sittingPath = (classId: string, sittingId: string) => `/class/${classId}/sitting/${sittingId}`;
export const projectorPath = (classId: string, sittingId: string) =>
  `${sittingPath(classId, sittingId)}/projector`;
export const classSociogramPath = (classId: string) => `/class/${classId}/sociogram`;
export const sociogramPath = (classId: string, sittingId: string) =>
  `/class/${classId}/sociogram/${sittingId}`;
export const wellbeingPath = (classId: string, sittingId: string) =>
  `/class/${classId}/wellbeing/${sittingId}`;
export const latestWellbeingPath = (classId: string) => `/class/${classId}/wellbeing`;
export const classReportPath = (sittingId: string) => `/api/v1/sittings/${sittingId}/wellbeing/report`;
export const summaryPath = (classId: string) => `/class/${classId}/summary`;
export const shownSummaryPath = (classId: string, sittingId: string) =>
  `/class/${classId}/summary/${sittingId}/projector`;
export const signalsPath = (classId: string) => `/class/${classId}/signals`;
export const pupilsPath = (classId: string) => `/class/${classId}/pupils`;
export const pupilPath = (classId: string, pupilId: string) => `${pupilsPath(classId)}/${pupilId}`;
export const pupilTalkPath = (classId: string, pupilId: string) => `${pupilPath(classId, pupilId)}/talk`;
export const pupilTalksPath = (classId: string) => `/class/${classId}/talks`;
export const arrangementsPath = (classId: string) => `/class/${classId}/groups`;
export const classMeasuresPath = (classId: string) => `/class/${classId}/measures`;
export const classMeasurePath = (classId: string, measureId: string) =>
  `${classMeasuresPath(classId)}/${measureId}`;
export const pictureCardsPath = (classId: string) => `/class/${classId}/picture-cards`;
export const checklistPath = '/school/checklist';
export const calendarPath = '/school/calendar';
export const rosterPath = '/school/roster';
export const rosterImportPath = (importId: string) => `${rosterPath}/${importId}`;
export const peoplePath = '/school/people';
/** Who has opened what is recorded of pupils. */
export const accessLogPath = '/school/access-log';
export const unusualReadsPath = (week?: string) =>
  `${accessLogPath}/unusual${week === undefined ? '' : `?week=${week}`}`;
export const pupilReadersPath = (pupilId: string) => `/pupil-readers/${pupilId}`;
export const hiddenPupilsPath = '/school/hidden-pupils';
export const groundsPath = '/school/grounds';
export const rightsPath = `${groundsPath}/rights`;
export const pupilRightsPath = (pupilId: string) => `${rightsPath}/${pupilId}`;
export const accessExportPath = (pupilId: string, exportId: string) =>
  `${pupilRightsPath(pupilId)}/${exportId}`;
export const informationLetterPath = (language: string) => `/api/v1/information-letters/${language}`;
export const signInMethodPath = '/school/sign-in';
export const settingsPath = '/school/settings';
export const languagesPath = '/school/languages';
export const ownSettingsPath = '/me';
export const noticeSettingsPath = '/me/notices';
/** Password and codes of one's own account here. */
export const accountPath = '/me/account';
export const accountSetUpPath = '/account/set-up';
export const accountSignInPath = '/account/sign-in';
export const noticesPath = '/notices';
/** The school year, for everyone who works there. */
export const yearPath = '/year';
export const talksPath = '/talks';
export const tasksPath = '/tasks';
export const meetingsPath = '/meetings';
export const meetingPath = (meetingId: string) => `${meetingsPath}/${meetingId}`;
export const talkAdultsPath = '/school/talks';
export const badgesPath = (classId: string) => `/class/${classId}/badges`;
export const readAloudPath = '/school/read-aloud';
export const classReadAloudPath = (classId: string) => `/class/${classId}/read-aloud`;
/** Where leadership opens the sociogram of a grade, with one round chosen beforehand. */
export const gradeOpeningsPath = (roundId?: string) =>
  `/school/grade-sociograms${roundId === undefined ? '' : `?round=${roundId}`}`;
export const gradeSociogramPath = (openingId: string) => `/grade-sociogram/${openingId}`;
export const themesPath = '/school/themes';
export const gradeThemesPath = (grade: string) => `${themesPath}/grade?grade=${grade}`;
export const nationalSurveyPath = '/school/national-survey';
export const followUpPath = (year?: number) =>
  `${nationalSurveyPath}/follow-up${year === undefined ? '' : `?year=${year}`}`;
export const gradeFollowUpPath = (year: number, grade: number) =>
  `${nationalSurveyPath}/follow-up/grade?year=${year}&grade=${grade}`;
/** What is done in a class with Elevundersøkelsen: for its contact teacher, the social teacher and leadership. */
export const classSurveyPath = (classId: string) => `/class-survey/${classId}`;
export const classFilePath = `${nationalSurveyPath}/class-file`;
export const surveyImportPath = (surveyImportId: string) => `${nationalSurveyPath}/${surveyImportId}`;
export const questionnairesPath = '/school/questionnaires';
export const questionnairePath = (questionnaireId: string) => `${questionnairesPath}/${questionnaireId}`;
export const previewPath = (questionnaireId: string) => `${questionnairePath(questionnaireId)}/preview`;
export const publicationsPath = '/school/publications';
export const publicationPath = (publicationId: string) => `${publicationsPath}/${publicationId}`;
/** What the schools of an owner have published. */
export const ownerPath = '/owner';
export const ownerPagePath = (page: number, sought: string) => {
  const query = new URLSearchParams({
    ...(sought === '' ? {} : { sought }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return query === '' ? ownerPath : `${ownerPath}?${query}`;
};
export const reportsPath = '/reports';
export const reportPath = (publicationId: string) => `${reportsPath}/${publicationId}`;
export const casesPath = '/cases';
export const casePath = (caseId: string) => `${casesPath}/${caseId}`;
/** With what a case is opened from: a signal, a wish to talk, a report, the low themes of a class. */
export const newCasePath = (from: Readonly<Record<string, string>> | string[][] = {}) => {
  const query = new URLSearchParams(from).toString();
  return `${casesPath}/new${query === '' ? '' : `?${query}`}`;
};
export const incidentsPath = '/incidents';
export const newIncidentPath = `${incidentsPath}/new`;
export const incidentPath = (reportId: string) => `${incidentsPath}/${reportId}`;
export const schoolSignalsPath = '/school/signals';
/** Those of one class, in the list of the school. */
export const schoolSignalsOfPath = (classId: string) => `${schoolSignalsPath}?class=${classId}`;
export const roundPath = (roundId: string) => `/school/round/${roundId}`;
export const ledgerPath = (roundId: string) => `${roundPath(roundId)}/released`;

/** Surveys within a case: those there are, and asking for another. */
export const caseInvestigationsPath = (caseId: string) => `/cases/${caseId}/investigations`;
export const investigationPath = (investigationId: string) => `/investigations/${investigationId}`;

/** Proves at the provider once more who it is, and comes back. */
export const signInAnewPath = (returnTo: string) =>
  `/api/v1/sign-in?anew=true&returnTo=${encodeURIComponent(returnTo)}`;

export const signInPath = (returnTo: string) => `/api/v1/sign-in?returnTo=${encodeURIComponent(returnTo)}`;

export const ownSchoolsPath = '/me/schools';
/** Signs in again, at another school of the same person. */
export const switchSchoolPath = (schoolId: string, returnTo?: string) =>
  `/api/v1/sign-in?school=${schoolId}${returnTo === undefined ? '' : `&returnTo=${encodeURIComponent(returnTo)}`}`;

/** Only a path on this site may be returned to after signing in. */
export const safeReturn = (wanted: string | null): string =>
  wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
/** What is made of a case: documents for parties, and the whole of it for the archive. */
export const caseDocumentsPath = (caseId: string) => `${casePath(caseId)}/documents`;
export const caseDocumentPath = (caseId: string, documentId: string) =>
  `${caseDocumentsPath(caseId)}/${documentId}`;
/** Before and after the measures of a case. */
export const caseEffectPath = (caseId: string) => `${casePath(caseId)}/effect`;
