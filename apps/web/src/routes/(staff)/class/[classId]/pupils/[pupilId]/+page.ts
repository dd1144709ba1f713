import { ownCases } from '#lib/cases/own-cases.ts';
import { readPupilPage } from '#lib/pupil-record/calls.ts';
import { forPage } from '#lib/staff/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, url }) => ({
  record: await forPage(readPupilPage(params.classId, params.pupilId), url.pathname),
  cases: await forPage(ownCases(params.pupilId), url.pathname),
});
