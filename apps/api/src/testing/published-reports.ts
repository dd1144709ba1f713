import { randomUUID } from 'node:crypto';
import type { MakePublication, PublicationView, ReleaseLedger } from '@samhold/contract';
import { auditPublication } from '../publications/audit-publication.ts';
import { bodyOf } from './answering.ts';
import { json, type Browser } from './browser.ts';
import type { TestHouse } from './test-house.ts';
import type { TestSchool } from './test-school.ts';

export const staffReport = (publicationId: string, roundId: string): MakePublication => ({
  ...{ publicationId, audience: 'staff', title: 'Til personalet', spec: 'grades', roundIds: [roundId] },
});

export const makeReport = async (leadership: Browser, wish: MakePublication): Promise<PublicationView> =>
  bodyOf<PublicationView>(await leadership('/api/v1/publications', json('POST', wish)));

/** Makes a report, audits it here and now, and publishes it. */
export const publishReport = async (
  house: TestHouse,
  { schoolId }: Pick<TestSchool, 'schoolId'>,
  leadership: Browser,
  wish: MakePublication,
): Promise<PublicationView> => {
  const { publicationId } = wish;
  await makeReport(leadership, wish);
  await auditPublication(house.deps, { schoolId, publicationId });
  return bodyOf<PublicationView>(
    await leadership(`/api/v1/publications/${publicationId}/publish`, { method: 'POST' }),
  );
};

/** A report for staff, one for parents, the link of one for everybody, and the first release of the round. */
export const publishThree = async (
  house: TestHouse,
  school: TestSchool,
  leadership: Browser,
  roundId: string,
) => {
  const [staffReportId, linkedReportId] = [randomUUID(), randomUUID()];
  const report = staffReport(staffReportId, roundId);
  await publishReport(house, school, leadership, report);
  await publishReport(house, school, leadership, {
    ...report,
    publicationId: linkedReportId,
    audience: 'parentCouncil',
  });
  const { link } = await publishReport(house, school, leadership, {
    ...report,
    publicationId: randomUUID(),
    audience: 'public',
  });
  const { releases } = await bodyOf<ReleaseLedger>(await leadership(`/api/v1/rounds/${roundId}/releases`));
  const releaseId = releases[0]?.releaseId ?? '';
  return { staffReportId, linkedReportId, reportLink: link?.split('#')[1] ?? '', releaseId };
};
