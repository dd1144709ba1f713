import { investigationRows } from './investigation-rows.ts';
import { anyone, only, pupil, staff, upload, type AccessRow } from './seats.ts';

export { seats, type Answer, type Seat } from './seats.ts';

const runsTheSitting = only('contact teacher of the class', 'substitute of the class');
const readsNamedResults = only('contact teacher of the class');
const leads = only('leadership');
/** Whoever looks after the pupils of the whole school. */
const followsUp = only('leadership', 'social teacher');
/** Of a meeting a member of the environment team is called in to. */
const meets = only('leadership', 'social teacher', 'environment team');
/** Whoever can be called in to a meeting. */
const canMeet = only(
  'contact teacher of the class',
  'contact teacher of another class',
  'substitute of the class',
  'employee',
  'social teacher',
  'environment team',
  'leadership',
  'contact teacher of another school',
);
const followsUpClass = only('contact teacher of the class', 'leadership', 'social teacher');
/** Whoever teaches a class or leads the school reads texts aloud for its pupils. */
const recordsHere = [
  'contact teacher of the class',
  'contact teacher of another class',
  'leadership',
] as const;
const records = only(...recordsHere, 'contact teacher of another school');
/** A report for the school's own staff; a substitute, an administrator and a council reader are none of them. */
const readsForStaff = only(
  'contact teacher of the class',
  'contact teacher of another class',
  'employee',
  'social teacher',
  'environment team',
  'leadership',
);
/** Anybody who could take part in a case; the list holds nothing of others. */
const takesPart = only(
  'contact teacher of the class',
  'contact teacher of another class',
  'contact teacher of another school',
  'employee',
  'social teacher',
  'environment team',
  'leadership',
  'owner',
);
/** Makes documents of a case and hands it over. */
const carriesCases = only('social teacher', 'leadership');
/** A case on the pupils of the class, in which one employee takes part. */
const ofTheCase = only('case participant', 'social teacher', 'leadership');
/** A task is its owner's, who is the first of the employees. */
const ownsTheTask: AccessRow = { ...only('employee', 'social teacher'), 'case participant': 'not found' };
/** Everyone who works at the school; an untrained or former employee has no relation that holds. */
const filesIncidents = only(
  'contact teacher of the class',
  'contact teacher of another class',
  'contact teacher of another school',
  'substitute of the class',
  'employee',
  'social teacher',
  'environment team',
  'leadership',
  'administrator',
);
const receivesIncidents = only('social teacher', 'leadership', 'owner');
const runsTheYear = only('leadership', 'administrator');

/**
 * Who is answered what, for each route, about one class of one school. The tests walk all of it over HTTP, and refuse a
 * route that is missing here.
 */
export const accessTable: Readonly<Record<string, AccessRow>> = {
  'GET /api/v1/live': anyone,
  'GET /api/v1/ready': anyone,

  'GET /api/v1/sign-in': anyone,
  'GET /api/v1/sign-in/callback': anyone,
  'GET /api/v1/sign-in/pupil': anyone,
  'GET /api/v1/pupil-sign-in': anyone,
  'GET /api/v1/session': staff,
  'POST /api/v1/sign-out': staff,
  'GET /api/v1/sign-in/owners': anyone,
  'GET /api/v1/sign-in-method': only('administrator'),
  'POST /api/v1/sign-in-method/check': only('administrator'),
  'POST /api/v1/sign-in-method/trial': only('administrator'),
  'GET /api/v1/school': only('administrator'),
  'PUT /api/v1/school': only('administrator'),
  'GET /api/v1/school/languages': runsTheYear,
  'PUT /api/v1/school/languages': runsTheYear,
  'GET /api/v1/school-years': only('administrator'),
  'POST /api/v1/school-years': only('administrator'),
  'PUT /api/v1/school-years/:schoolYearId': only('administrator'),
  'POST /api/v1/setup/open': anyone,
  'POST /api/v1/setup': anyone,
  'POST /api/v1/staff/:staffId/invitations': only('administrator'),
  'POST /api/v1/invitations/sign-in': anyone,

  'GET /api/v1/checklist': only('administrator', 'leadership'),
  'GET /api/v1/grounds': leads,
  'POST /api/v1/grounds': leads,
  'GET /api/v1/staff': only('administrator', 'leadership'),
  'POST /api/v1/staff': only('administrator'),
  'PUT /api/v1/staff/:staffId/name': only('administrator'),
  'POST /api/v1/staff/:staffId/relations': only('administrator', 'leadership'),
  'POST /api/v1/staff/:staffId/deactivate': only('administrator'),
  'POST /api/v1/staff/:staffId/reactivate': only('administrator'),
  'POST /api/v1/relations/confirm': leads,
  'POST /api/v1/relations/:relationId/end': only('administrator', 'leadership'),
  'POST /api/v1/relations/:relationId/confirm-owner': only('administrator'),
  'POST /api/v1/training': leads,
  'GET /api/v1/hidden-pupils': only('principal'),
  'GET /api/v1/hidden-pupils/class/:classId': only('principal'),
  'POST /api/v1/hidden-pupils': only('principal'),
  'DELETE /api/v1/hidden-pupils/:pupilId': only('principal'),

  'GET /api/v1/roster/imports': only('administrator'),
  'POST /api/v1/roster/imports': only('administrator'),
  'GET /api/v1/roster/imports/:importId': only('administrator'),
  'POST /api/v1/roster/imports/:importId/apply': only('administrator'),
  'POST /api/v1/roster/imports/:importId/discard': only('administrator'),
  'GET /api/v1/classes/:classId/picture-cards': runsTheSitting,

  'POST /api/v1/badge': anyone,
  'GET /api/v1/classes/:classId/badges': readsNamedResults,
  'POST /api/v1/classes/:classId/badges': readsNamedResults,
  'POST /api/v1/pupils/:pupilId/badge': readsNamedResults,
  'POST /api/v1/pupils/:pupilId/badge/revoke': readsNamedResults,
  'POST /api/v1/pupils/:pupilId/picture-code/reset': runsTheSitting,
  'POST /api/v1/pupil-session/identity': anyone,
  'DELETE /api/v1/pupils/:pupilId/identity': runsTheSitting,

  'GET /api/v1/classes/:classId/home': runsTheSitting,
  'POST /api/v1/classes/:classId/sittings': runsTheSitting,
  'GET /api/v1/sittings/:sittingId': runsTheSitting,
  'GET /api/v1/sittings/:sittingId/events': runsTheSitting,
  'POST /api/v1/sittings/:sittingId/extend': runsTheSitting,
  'POST /api/v1/sittings/:sittingId/close': runsTheSitting,
  'POST /api/v1/sittings/:sittingId/pupils/:pupilId/void': runsTheSitting,
  'POST /api/v1/sittings/:sittingId/pupils/:pupilId/restore': runsTheSitting,
  'POST /api/v1/sittings/:sittingId/pupils/:pupilId/unlock': runsTheSitting,
  'POST /api/v1/sittings/:sittingId/pupils/:pupilId/answer-later': runsTheSitting,

  'POST /api/v1/sittings/:sittingId/pupils/:pupilId/late-answers': runsTheSitting,

  'POST /api/v1/sittings/:sittingId/class-code': runsTheSitting,
  'GET /api/v1/sittings/:sittingId/helpers': runsTheSitting,
  'PUT /api/v1/sittings/:sittingId/pupils/:pupilId/helper': runsTheSitting,

  'GET /api/v1/questionnaires': leads,
  'GET /api/v1/questionnaires/:questionnaireId': leads,
  'PUT /api/v1/questionnaires/:questionnaireId/draft': leads,
  'POST /api/v1/questionnaires/:questionnaireId/draft/discard': leads,
  'POST /api/v1/questionnaires/:questionnaireId/versions': leads,

  'GET /api/v1/read-aloud': records,
  'PUT /api/v1/read-aloud/order': leads,
  'POST /api/v1/read-aloud/clips': records,
  'GET /api/v1/read-aloud/clips/:clipId': only(...recordsHere),
  'GET /api/v1/classes/:classId/tablets': runsTheSitting,
  'PUT /api/v1/classes/:classId/languages': runsTheSitting,
  'PUT /api/v1/classes/:classId/read-aloud': runsTheSitting,

  'GET /api/v1/notices': staff,
  'POST /api/v1/notices/:noticeId/read': only('contact teacher of the class'),
  'DELETE /api/v1/notices/:noticeId/read': only('contact teacher of the class'),
  'GET /api/v1/me/notices': staff,
  'PUT /api/v1/me/notices': staff,
  'GET /api/v1/me/mail': staff,
  'PUT /api/v1/me/mail': staff,
  'POST /api/v1/me/mail/confirm': staff,
  'DELETE /api/v1/me/mail': staff,

  'GET /api/v1/classes/:classId/sociograms': readsNamedResults,
  'GET /api/v1/sittings/:sittingId/sociogram/file': readsNamedResults,
  'PUT /api/v1/sittings/:sittingId/sociogram/places': readsNamedResults,
  'GET /api/v1/grade-sociograms': leads,
  'POST /api/v1/grade-sociograms': leads,
  'GET /api/v1/grade-sociograms/:openingId': only('contact teacher of the class', 'leadership'),
  'POST /api/v1/grade-sociograms/:openingId/end': leads,

  'GET /api/v1/classes/:classId/wellbeing': readsNamedResults,
  'GET /api/v1/sittings/:sittingId/wellbeing': readsNamedResults,
  'GET /api/v1/sittings/:sittingId/wellbeing/report': readsNamedResults,
  'GET /api/v1/classes/:classId/summary': readsNamedResults,
  'POST /api/v1/sittings/:sittingId/wellbeing/summary': readsNamedResults,
  'PUT /api/v1/sittings/:sittingId/wellbeing/summary': readsNamedResults,
  'GET /api/v1/classes/:classId/signals': readsNamedResults,
  'GET /api/v1/signals': followsUp,
  'POST /api/v1/signals/:signalId/open': followsUp,
  'POST /api/v1/signals/:signalId/verifications': readsNamedResults,

  'GET /api/v1/classes/:classId/pupils': readsNamedResults,
  'GET /api/v1/classes/:classId/pupils/:pupilId': readsNamedResults,
  'POST /api/v1/classes/:classId/pupils/:pupilId/notes': readsNamedResults,
  'POST /api/v1/notes/:noteId/corrections': readsNamedResults,
  'PUT /api/v1/notes/:noteId/withdrawn': readsNamedResults,
  'POST /api/v1/notes/:noteId/views': readsNamedResults,
  'GET /api/v1/classes/:classId/pupil-talks': readsNamedResults,
  'GET /api/v1/classes/:classId/pupils/:pupilId/talk': readsNamedResults,
  'PUT /api/v1/classes/:classId/pupils/:pupilId/talk': readsNamedResults,
  'GET /api/v1/classes/:classId/pupils/:pupilId/talk/sheet': readsNamedResults,

  'GET /api/v1/classes/:classId/arrangements': readsNamedResults,
  'POST /api/v1/classes/:classId/arrangements': readsNamedResults,
  'PUT /api/v1/arrangements/:arrangementId/put-aside': readsNamedResults,
  'GET /api/v1/arrangements/:arrangementId/file': readsNamedResults,

  'GET /api/v1/talk-wishes': staff,
  'POST /api/v1/sittings/:sittingId/talk-wishes/:pupilId/open': readsNamedResults,
  'POST /api/v1/sittings/:sittingId/talk-wishes/:pupilId/handled': readsNamedResults,
  'DELETE /api/v1/sittings/:sittingId/talk-wishes/:pupilId/handled': readsNamedResults,
  'GET /api/v1/talk-adults': leads,
  'PUT /api/v1/talk-adults': leads,

  'GET /api/v1/calendar': staff,
  'POST /api/v1/calendar/entries': leads,
  'POST /api/v1/calendar/entries/fill': leads,
  'PUT /api/v1/calendar/entries/:entryId': leads,
  'PUT /api/v1/calendar/entries/:entryId/removed': leads,
  'PUT /api/v1/calendar/entries/:entryId/occurrences/:number': leads,
  'DELETE /api/v1/calendar/entries/:entryId/occurrences/:number': leads,
  'GET /api/v1/calendar/feed/:link': anyone,
  'GET /api/v1/me/calendar': staff,
  'POST /api/v1/me/calendar': staff,
  'DELETE /api/v1/me/calendar': staff,
  'GET /api/v1/incidents/form': filesIncidents,
  'POST /api/v1/incidents/pupils': filesIncidents,
  'GET /api/v1/incidents/own': filesIncidents,
  'POST /api/v1/incidents': filesIncidents,
  'POST /api/v1/incidents/:reportId/additions': { ...only('employee'), 'case participant': 'not found' },
  'GET /api/v1/incidents': receivesIncidents,
  'GET /api/v1/incidents/:reportId': followsUp,
  'POST /api/v1/incidents/:reportId/steps': followsUp,

  'PUT /api/v1/calendar/terms': runsTheYear,
  'POST /api/v1/calendar/periods': runsTheYear,
  'PUT /api/v1/calendar/periods/:periodId': runsTheYear,
  'DELETE /api/v1/calendar/periods/:periodId': runsTheYear,
  'POST /api/v1/calendar/file': runsTheYear,
  'POST /api/v1/calendar/file/apply': runsTheYear,
  'GET /api/v1/calendar/proposal': runsTheYear,
  'POST /api/v1/calendar/plan/check': leads,
  'PUT /api/v1/calendar/plan': leads,
  'POST /api/v1/rounds/:roundId/move': leads,
  'POST /api/v1/rounds/:roundId/remove': leads,
  'GET /api/v1/rounds': leads,
  'POST /api/v1/rounds': leads,
  'POST /api/v1/rounds/:roundId/end': leads,
  'GET /api/v1/rounds/:roundId/release': followsUp,
  'GET /api/v1/themes': followsUp,
  'GET /api/v1/rounds/:roundId/releases': leads,
  'GET /api/v1/releases/:releaseId/record': leads,
  'GET /api/v1/publications': leads,
  'POST /api/v1/publications': leads,
  'GET /api/v1/publications/:publicationId': leads,
  'POST /api/v1/publications/:publicationId/audit': leads,
  'POST /api/v1/publications/:publicationId/publish': leads,
  'POST /api/v1/publications/:publicationId/revoke': leads,
  'GET /api/v1/reports': staff,
  'GET /api/v1/reports/:publicationId': readsForStaff,
  'GET /api/v1/reports/:publicationId/file': readsForStaff,
  'POST /api/v1/reports/open': anyone,
  'POST /api/v1/reports/file': anyone,

  'GET /api/v1/national-survey': followsUp,
  'POST /api/v1/national-survey/imports': leads,
  'POST /api/v1/national-survey/class-files': leads,
  'POST /api/v1/national-survey/class-files/columns': leads,
  'GET /api/v1/national-survey/imports/:surveyImportId': leads,
  'PUT /api/v1/national-survey/imports/:surveyImportId/in-use': leads,

  'GET /api/v1/national-survey/follow-up': followsUp,
  'GET /api/v1/national-survey/follow-up/grades/:grade': followsUp,
  'GET /api/v1/classes/:classId/survey-follow-up': followsUpClass,
  'POST /api/v1/national-survey/follow-up': followsUpClass,
  'PUT /api/v1/national-survey/follow-up/:followUpId/withdrawn': followsUpClass,

  'GET /api/v1/classes/:classId/measures': readsNamedResults,
  'POST /api/v1/classes/:classId/measures': readsNamedResults,
  'PUT /api/v1/class-measures/:measureId': readsNamedResults,
  'GET /api/v1/class-measures/:measureId/effect': readsNamedResults,
  'POST /api/v1/cases/:caseId/effect': followsUp,
  'GET /api/v1/meetings': canMeet,
  'POST /api/v1/meetings': followsUp,
  'GET /api/v1/meetings/:meetingId': meets,
  'GET /api/v1/meetings/:meetingId/agenda': meets,
  'PUT /api/v1/meetings/:meetingId/participants': followsUp,
  'PUT /api/v1/meetings/:meetingId/presence': meets,
  'POST /api/v1/meetings/:meetingId/points': meets,
  'PUT /api/v1/meetings/:meetingId/order': followsUp,
  'PUT /api/v1/meeting-points/:itemId/minutes': meets,
  'POST /api/v1/meeting-points/:itemId/tasks': meets,
  'POST /api/v1/meetings/:meetingId/close': followsUp,
  'POST /api/v1/meeting-points/:itemId/additions': meets,
  'DELETE /api/v1/meeting-points/:itemId': followsUp,
  'GET /api/v1/tasks': staff,
  'PUT /api/v1/tasks/:taskId/done': ownsTheTask,

  'POST /api/v1/join': anyone,
  'POST /api/v1/pupil-session': anyone,
  'GET /api/v1/pupil-session/form': pupil,
  'POST /api/v1/pupil-session/form-faults': pupil,
  'PUT /api/v1/responses/:responseId/parts': upload,
  'GET /api/v1/pupil-session/clips/:clipId': pupil,
  'DELETE /api/v1/read-aloud/clips/:clipId': records,
  'DELETE /api/v1/pupil-session': anyone,

  'GET /api/v1/cases': takesPart,
  'GET /api/v1/case-choices': takesPart,
  'POST /api/v1/cases': only('contact teacher of the class', 'social teacher', 'leadership'),
  'GET /api/v1/cases/:caseId': ofTheCase,
  'POST /api/v1/cases/:caseId/entries': ofTheCase,
  'GET /api/v1/cases/:caseId/documents': carriesCases,
  'POST /api/v1/cases/:caseId/documents': carriesCases,
  'GET /api/v1/cases/:caseId/documents/:documentId': carriesCases,
  'PUT /api/v1/cases/:caseId/documents/:documentId/review': carriesCases,
  'POST /api/v1/cases/:caseId/documents/:documentId/finish': carriesCases,
  'GET /api/v1/cases/:caseId/documents/:documentId/file': carriesCases,
  'POST /api/v1/cases/:caseId/exports': carriesCases,
  'POST /api/v1/cases/:caseId/exports/:exportId/receipt': carriesCases,
  'PUT /api/v1/case-retention': leads,
  ...investigationRows({ opens: followsUpClass, carries: followsUp, leads, reads: readsNamedResults }),
};
