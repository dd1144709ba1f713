import { only, staff, type AccessRow } from './seats.ts';

const readsNamedResults = only('contact teacher of the class');
const leads = only('leadership');
const followsUp = only('leadership', 'social teacher');
const followsUpClass = only('contact teacher of the class', 'leadership', 'social teacher');
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

/** Who is answered what of incidents, cases, surveys within them, meetings, tasks and measures: part of the table of all routes. */
export const caseRows: Readonly<Record<string, AccessRow>> = {
  'GET /api/v1/incidents/form': filesIncidents,
  'POST /api/v1/incidents/pupils': filesIncidents,
  'GET /api/v1/incidents/own': filesIncidents,
  'POST /api/v1/incidents': filesIncidents,
  'POST /api/v1/incidents/:reportId/additions': { ...only('employee'), 'case participant': 'not found' },
  'GET /api/v1/incidents': receivesIncidents,
  'GET /api/v1/incidents/:reportId': followsUp,
  'POST /api/v1/incidents/:reportId/steps': followsUp,

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

  // In a case the contact teacher takes part in and reads what pupils answered; the social teacher carries it.
  'GET /api/v1/cases/:caseId/investigations': followsUpClass,
  'GET /api/v1/cases/:caseId/investigations/offer': followsUp,
  'POST /api/v1/cases/:caseId/investigations': followsUp,
  'GET /api/v1/investigations/:investigationId': followsUpClass,
  'POST /api/v1/investigations/:investigationId/decision': leads,
  'POST /api/v1/investigations/:investigationId/open': followsUpClass,
  'POST /api/v1/investigations/:investigationId/end': followsUp,
  'PUT /api/v1/investigations/:investigationId/readers': followsUp,
  'POST /api/v1/investigations/:investigationId/answers': readsNamedResults,
  'POST /api/v1/investigations/:investigationId/replies': readsNamedResults,
};
