import type { RosterMapping, RosterReading } from '@samhold/contract';
import { ProblemError, problemOf } from '#lib/problem.ts';

export type Sending = {
  readonly files: readonly File[];
  readonly schoolYearId?: string;
  readonly mapping?: RosterMapping;
};

const formOf = ({ files, schoolYearId, mapping }: Sending): FormData => {
  const form = new FormData();
  if (schoolYearId !== undefined) form.set('schoolYearId', schoolYearId);
  if (mapping !== undefined) form.set('mapping', JSON.stringify(mapping));
  for (const file of files) form.append('file', file, file.name);
  return form;
};

/**
 * Sends the files to be read. `onsent` is told which share of them has left the device, which `fetch` cannot tell.
 * @throws ProblemError
 */
export const sendFiles = (sending: Sending, onsent: (share: number) => void): Promise<RosterReading> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/roster/imports');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onsent(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new ProblemError('offline'));
    request.onload = () => {
      const body: unknown = request.response;
      if (request.status >= 400) reject(problemOf(body, request.status));
      // The server validates what it sends against this contract.
      else resolve(body as RosterReading);
    };
    request.send(formOf(sending));
  });
