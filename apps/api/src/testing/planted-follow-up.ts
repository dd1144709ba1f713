import { randomUUID } from 'node:crypto';
import type { OwnIncident } from '@samhold/contract';
import { dayOf } from '../calendar-days.ts';
import { unzip } from '../case-documents/unzip.fixture.ts';
import { bodyOf } from './answering.ts';
import { json } from './browser.ts';
import { newIncident } from './incident.ts';
import { caseAbout } from './made-cases.ts';
import { textOfPdf } from './pdf-text.ts';
import type { SeatedSchool } from './seated-school.ts';
import type { TestHouse } from './test-house.ts';

/** Everything there is about a pupil outside the own class, asked for at once: what each of those who may was answered. */
export type AskFollowUp = () => Promise<ReadonlyMap<string, string>>;

const readable = async (response: Response): Promise<string> => {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/pdf')) return textOfPdf(Buffer.from(await response.arrayBuffer()));
  if (!type.startsWith('application/zip')) return response.text();
  const parts = [...(await unzip(Buffer.from(await response.arrayBuffer())))].map(([name, bytes]) =>
    name.endsWith('.pdf') ? `${name} ${textOfPdf(bytes)}` : `${name} ${bytes.toString('utf8')}`,
  );
  return parts.join('\n');
};

/** A case, a document of it, an incident and a task about this pupil, as staff make them. */
export const plantFollowUp = async (
  house: TestHouse,
  { browserOf, staffIds }: SeatedSchool,
  pupilId: string,
): Promise<AskFollowUp> => {
  const leadership = browserOf('leadership');
  const made = caseAbout(pupilId, dayOf(house.deps.now()), {
    participantIds: [staffIds.get('case participant') ?? ''],
  });
  const ofCase = `/api/v1/cases/${made.caseId}`;
  const documentId = randomUUID();
  const filed = newIncident(house, { pupilIds: [pupilId] });
  const told = await browserOf('employee')('/api/v1/incidents', json('POST', filed));
  const steps = [
    told,
    await leadership('/api/v1/cases', json('POST', made)),
    await leadership(`${ofCase}/documents`, json('POST', { documentId, kind: 'report', pupilId })),
  ];
  if (steps.some(({ ok }) => !ok)) throw new Error('The pupil is not followed up.');
  const { reportId } = await bodyOf<OwnIncident>(told);
  return async () => {
    const answers = new Map<string, string>();
    for (const seat of ['case participant', 'social teacher', 'leadership', 'principal'] as const) {
      const ask = async (what: string, path: string, options?: RequestInit): Promise<void> => {
        const response = await browserOf(seat)(path, options);
        if (response.ok) answers.set(`${seat}: ${what}`, await readable(response));
      };
      await ask('the case', ofCase);
      await ask('all cases', '/api/v1/cases');
      await ask('whom a case can be about', '/api/v1/case-choices');
      await ask('documents', `${ofCase}/documents`);
      await ask('a document', `${ofCase}/documents/${documentId}`);
      await ask(
        'the archive',
        `${ofCase}/exports`,
        json('POST', { exportId: randomUUID(), recipient: 'archive' }),
      );
      await ask('effect', `${ofCase}/effect`, json('POST', { reason: 'evaluation' }));
      await ask('the incident', `/api/v1/incidents/${reportId}`);
      await ask('incidents', '/api/v1/incidents');
      await ask('tasks', '/api/v1/tasks');
      await ask('who has read', `/api/v1/pupils/${pupilId}/readers`);
      await ask('a name sought', '/api/v1/incidents/pupils', json('POST', { sought: 'Zyx' }));
    }
    return answers;
  };
};
