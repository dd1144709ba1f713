import { caseRows } from './case-rows.ts';
import { rightsRows } from './rights-rows.ts';
import { anyone, only, pupil, staff, upload, type AccessRow } from './seats.ts';
import { signInRows } from './sign-in-rows.ts';

export { seats, type Answer, type Seat } from './seats.ts';

const runsTheSitting = only('contact teacher of the class', 'substitute of the class');
const readsNamedResults = only('contact teacher of the class');
const leads = only('leadership');
/** Whoever looks after the pupils of the whole school. */
const followsUp = only('leadership', 'social teacher');
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
const runsTheYear = only('leadership', 'administrator');

export type AccessTable = Readonly<Record<string, AccessRow>>;

/**
 * Who is answered what, for each route, about one class of one school. The tests walk all of it over HTTP, and refuse a
 * route that is missing here.
 */
export const accessTable: AccessTable = {
  'GET /api/v1/live': anyone,
  'GET /api/v1/ready': anyone,

  ...signInRows,

  'GET /api/v1/checklist': only('administrator', 'leadership'),
  'GET /api/v1/grounds': leads,
  'POST /api/v1/grounds': leads,
  'GET /api/v1/information-letters': leads,
  'GET /api/v1/information-letters/:language': leads,
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

  'POST /api/v1/pupil-readers/pupils': leads,
  'GET /api/v1/pupils/:pupilId/readers': only('contact teacher of the class', 'leadership'),
  'GET /api/v1/unusual-reads': only('principal'),

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
  'POST /api/v1/classes/:classId/wellbeing/open': followsUp,
  'GET /api/v1/sittings/:sittingId/wellbeing': readsNamedResults,
  'GET /api/v1/sittings/:sittingId/wellbeing/report': readsNamedResults,
  'GET /api/v1/classes/:classId/summary': readsNamedResults,
  'POST /api/v1/sittings/:sittingId/wellbeing/summary': readsNamedResults,
  'PUT /api/v1/sittings/:sittingId/wellbeing/summary': readsNamedResults,
  'GET /api/v1/classes/:classId/signals': readsNamedResults,
  'GET /api/v1/signals': followsUp,
  'POST /api/v1/signals/:signalId/open': followsUp,
  'POST /api/v1/signals/:signalId/verifications': readsNamedResults,
  'POST /api/v1/signals/:signalId/views': readsNamedResults,

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
  'GET /api/v1/owner/schools': only('owner'),
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

  'POST /api/v1/join': anyone,
  'POST /api/v1/pupil-session': anyone,
  'GET /api/v1/pupil-session/form': pupil,
  'POST /api/v1/pupil-session/form-faults': pupil,
  'PUT /api/v1/responses/:responseId/parts': upload,
  'GET /api/v1/pupil-session/clips/:clipId': pupil,
  'DELETE /api/v1/read-aloud/clips/:clipId': records,
  'DELETE /api/v1/pupil-session': anyone,

  ...caseRows,
  ...rightsRows,
};
