import { randomUUID } from 'node:crypto';
import { dayOf } from '../../apps/api/src/calendar-days.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { done, useCase, type Prepare } from './x3-prepare.ts';
import { finishWhole, readWhole } from './x3-read-document.ts';

/** What a family is given of a pupil: once read, and once finished. */
export const prepareRights: Prepare = async ({ house, seated }) => {
  const principal = seated.browserOf('principal');
  const base = `/api/v1/pupil-rights/${seated.cards[5]?.pupil.pupilId}/exports`;
  const begin = async (): Promise<string> => {
    const exportId = randomUUID();
    await done(principal, base, json('POST', { exportId, askedOn: dayOf(house.deps.now()) }));
    return `${base}/${exportId}`;
  };
  const [read, finished] = [await begin(), await begin()];
  await finishWhole(principal, finished);
  const route = '/api/v1/pupil-rights/:pupilId/exports/:exportId';
  return [
    useCase(`POST ${route}/finish`, principal, `${read}/finish`, await readWhole(principal, read)),
    useCase(`GET ${route}/file`, principal, `${finished}/file`),
    useCase(`GET ${route}/data`, principal, `${finished}/data`),
  ];
};
