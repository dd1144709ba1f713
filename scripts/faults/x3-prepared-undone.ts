import { json } from '../../apps/api/src/testing/browser.ts';
import { useCase, type Prepare } from './x3-prepare.ts';

/** Routes whose request in the access table finds done what it asks for, each with something left to do. */
export const prepareUndone: Prepare = ({ seated: { ids, browserOf, staffIds } }) => {
  const principal = browserOf('principal');
  const social = browserOf('social teacher');
  const teacher = browserOf('contact teacher of the class');
  const put = (route: string, browser: typeof principal, path: string, body: object) =>
    useCase(`PUT ${route}`, browser, path, json('PUT', body));
  const ofClass = `/api/v1/classes/${ids.classId}`;
  return Promise.resolve([
    put('/api/v1/read-aloud/order', principal, '/api/v1/read-aloud/order', { clipsFirst: false }),
    put('/api/v1/classes/:classId/languages', teacher, `${ofClass}/languages`, { languages: ['nb'] }),
    put('/api/v1/classes/:classId/read-aloud', teacher, `${ofClass}/read-aloud`, { on: true }),
    put(
      '/api/v1/arrangements/:arrangementId/put-aside',
      teacher,
      `/api/v1/arrangements/${ids.arrangementId}/put-aside`,
      { putAside: true },
    ),
    put('/api/v1/class-measures/:measureId', teacher, `/api/v1/class-measures/${ids.measureId}`, {
      ...{ revision: 1, toOn: '2026-12-18' },
    }),
    put(
      '/api/v1/meetings/:meetingId/participants',
      social,
      `/api/v1/meetings/${ids.meetingId}/participants`,
      { staffIds: [ids.memberId, ids.staffId] },
    ),
    put(
      '/api/v1/investigations/:investigationId/readers',
      social,
      `/api/v1/investigations/${ids.investigationId}/readers`,
      { readerIds: [ids.readerId, staffIds.get('social teacher')] },
    ),
    put('/api/v1/talk-adults', principal, '/api/v1/talk-adults', {
      ...{ classId: null, choice: { contactTeachers: true, staffIds: [] } },
    }),
    put(
      '/api/v1/national-survey/imports/:surveyImportId/in-use',
      principal,
      `/api/v1/national-survey/imports/${ids.surveyImportId}/in-use`,
      { inUse: true },
    ),
    put(
      '/api/v1/national-survey/follow-up/:followUpId/withdrawn',
      principal,
      `/api/v1/national-survey/follow-up/${ids.followUpId}/withdrawn`,
      { withdrawn: true },
    ),
  ]);
};
