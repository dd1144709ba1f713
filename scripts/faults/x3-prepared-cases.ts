import { randomUUID } from 'node:crypto';
import { json } from '../../apps/api/src/testing/browser.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import { finishWhole, readWhole } from './x3-read-document.ts';

/** Documents of a case: one that is read and one that is finished. */
export const prepareCases: Prepare = async ({ seated }) => {
  const principal = seated.browserOf('principal');
  const { caseId, pupilId } = seated.ids;
  const base = `/api/v1/cases/${caseId}/documents`;
  const begin = async (): Promise<string> => {
    const documentId = randomUUID();
    await done(principal, base, json('POST', { documentId, kind: 'report', pupilId }));
    return `${base}/${documentId}`;
  };
  const [read, finished] = [await begin(), await begin()];
  await finishWhole(principal, finished);
  return [
    useCase(
      'POST /api/v1/cases/:caseId/documents/:documentId/finish',
      principal,
      `${read}/finish`,
      await readWhole(principal, read),
    ),
    useCase('GET /api/v1/cases/:caseId/documents/:documentId/file', principal, `${finished}/file`),
  ];
};
