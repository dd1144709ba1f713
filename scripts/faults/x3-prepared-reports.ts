import { randomUUID } from 'node:crypto';
import { auditPublication } from '../../apps/api/src/publications/audit-publication.ts';
import { makeReport, staffReport } from '../../apps/api/src/testing/published-reports.ts';
import { useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';

const HOUR = 3_600_000;

const made = async ({ seated }: HarmedSchool): Promise<string> => {
  const publicationId = randomUUID();
  const report = { ...staffReport(publicationId, seated.ids.roundId), title: 'Til foreldrene' };
  await makeReport(seated.browserOf('principal'), { ...report, audience: 'parentCouncil' });
  return publicationId;
};

const audited = async (school: HarmedSchool): Promise<string> => {
  const publicationId = await made(school);
  const { schoolId } = school.seated.school;
  await auditPublication(school.house.deps, { schoolId, publicationId });
  return publicationId;
};

/** One whose audit was begun an hour ago, and has not come to an end. */
const lost = async (school: HarmedSchool): Promise<string> => {
  const { house } = school;
  const now = house.deps.now();
  house.setNow(new Date(now.getTime() - HOUR));
  const publicationId = await made(school);
  house.setNow(now);
  return publicationId;
};

/** A report that can be published, and one whose audit is begun again. */
export const prepareReports: Prepare = async (school) => {
  const principal = school.seated.browserOf('principal');
  const path = (publicationId: string) => `/api/v1/publications/${publicationId}`;
  return [
    useCase(
      'POST /api/v1/publications/:publicationId/publish',
      principal,
      `${path(await audited(school))}/publish`,
    ),
    useCase('POST /api/v1/publications/:publicationId/audit', principal, `${path(await lost(school))}/audit`),
  ];
};
