import { only, type AccessRow } from './seats.ts';

const leads = only('leadership');

/** Who is answered what of retention, restriction, rectification and erasure: part of the table of all routes. */
export const rightsRows: Readonly<Record<string, AccessRow>> = {
  'GET /api/v1/retention': leads,
  'PUT /api/v1/retention': leads,
  'POST /api/v1/pupil-rights/pupils': leads,
  'GET /api/v1/pupil-rights/:pupilId': leads,
  'PUT /api/v1/pupil-rights/:pupilId/name': leads,
  'POST /api/v1/pupil-rights/:pupilId/holds': leads,
  'POST /api/v1/pupil-rights/:pupilId/holds/:holdId/end': leads,
  'POST /api/v1/pupil-rights/:pupilId/exports': leads,
  'GET /api/v1/pupil-rights/:pupilId/exports/:exportId': leads,
  'PUT /api/v1/pupil-rights/:pupilId/exports/:exportId/review': leads,
  'POST /api/v1/pupil-rights/:pupilId/exports/:exportId/finish': leads,
  'GET /api/v1/pupil-rights/:pupilId/exports/:exportId/file': leads,
  'GET /api/v1/pupil-rights/:pupilId/exports/:exportId/data': leads,
  'POST /api/v1/pupil-rights/:pupilId/erasure': leads,
};
