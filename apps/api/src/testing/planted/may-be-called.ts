import type { Seat } from '../../access/access-table.ts';

type Named = { readonly why: string; readonly routes: Readonly<Record<string, readonly Seat[]>> };

const teacher: readonly Seat[] = ['contact teacher of the class'];
const runs: readonly Seat[] = [...teacher, 'substitute of the class'];
const principal: readonly Seat[] = ['principal'];
const carries: readonly Seat[] = ['social teacher', 'leadership', 'principal'];

/** Who is answered with the alias of a hidden pupil at all, where, and why. Nobody else knows the pupil by any name. */
export const mayBeCalled: readonly Named[] = [
  {
    why: 'The own class knows the pupil by the alias as it knows everybody by a name.',
    routes: {
      'GET /api/v1/classes/:classId/picture-cards': runs,
      'GET /api/v1/sittings/:sittingId': runs,
      'GET /api/v1/sittings/:sittingId/events': runs,
      'GET /api/v1/pupil-session/form': ['pupil'],
      'GET /api/v1/classes/:classId/badges': teacher,
      'GET /api/v1/classes/:classId/home': teacher,
      'GET /api/v1/classes/:classId/sociograms': teacher,
      'GET /api/v1/classes/:classId/signals': teacher,
      'GET /api/v1/classes/:classId/pupils': teacher,
      'GET /api/v1/classes/:classId/pupils/:pupilId': teacher,
      'GET /api/v1/classes/:classId/pupil-talks': teacher,
      'GET /api/v1/classes/:classId/pupils/:pupilId/talk': teacher,
      'GET /api/v1/classes/:classId/arrangements': teacher,
      'GET /api/v1/classes/:classId/measures': teacher,
      'GET /api/v1/classes/:classId/survey-follow-up': teacher,
      'GET /api/v1/talk-wishes': teacher,
    },
  },
  {
    why: 'Who works with the pupil, and the principal, find and choose the pupil as any other.',
    routes: {
      'GET /api/v1/pupils/:pupilId/readers': [...teacher, ...principal],
      'GET /api/v1/case-choices': [...teacher, ...principal],
      'POST /api/v1/incidents/pupils': [...runs, ...principal],
    },
  },
  {
    why: 'The principal alone has to know who is hidden, what is reported of the pupil and what is recorded.',
    routes: {
      'GET /api/v1/hidden-pupils': principal,
      'GET /api/v1/incidents': principal,
      'GET /api/v1/incidents/:reportId': principal,
      'GET /api/v1/pupil-rights/:pupilId': principal,
      'GET /api/v1/pupil-rights/:pupilId/exports/:exportId': principal,
      'POST /api/v1/signals/:signalId/open': principal,
      'POST /api/v1/pupil-readers/pupils': principal,
      'POST /api/v1/pupil-rights/pupils': principal,
    },
  },
  {
    why: 'A case cannot be followed up for a child nobody in it knows: by the alias as any other by the name, to those who take part.',
    routes: {
      'GET /api/v1/cases': [...teacher, 'case participant', ...carries],
      'GET /api/v1/cases/:caseId': ['case participant', ...carries],
      'GET /api/v1/meetings/:meetingId': carries,
      'GET /api/v1/cases/:caseId/documents': carries,
      'GET /api/v1/cases/:caseId/documents/:documentId': carries,
      'GET /api/v1/cases/:caseId/investigations/offer': carries,
      'GET /api/v1/investigations/:investigationId': [...teacher, ...carries],
      'POST /api/v1/investigations/:investigationId/answers': teacher,
    },
  },
];
