import { json } from '../../apps/api/src/testing/browser.ts';
import { caseToInvestigate } from '../../apps/api/src/testing/held-investigation.ts';
import {
  approve,
  ask,
  investigationOf,
  openInvestigation,
} from '../../apps/api/src/testing/investigation.ts';
import { useCase, type Prepare } from './x3-prepare.ts';
import type { HarmedSchool } from './x3-school.ts';

const carrier = 'social teacher';

/** What one case asks for: the class but the pupil who is erased elsewhere. */
const askFor = async ({ house, seated }: HarmedSchool): Promise<string> => {
  const { classId, readerId } = seated.ids;
  const pupilIds = seated.cards.toSpliced(3, 1).map(({ pupil }) => pupil.pupilId);
  const caseId = await caseToInvestigate(house, seated.school, { ...seated, classId });
  const wish = investigationOf(house, { classId, pupilIds, readerIds: [readerId] });
  const asked = await ask(seated.browserOf(carrier), caseId, wish);
  if (!asked.ok) throw new Error(await asked.text());
  return wish.investigationId;
};

const approved = async (school: HarmedSchool): Promise<string> => {
  const investigationId = await askFor(school);
  const said = await approve(school.seated.browserOf('leadership'), investigationId);
  if (!said.ok) throw new Error(await said.text());
  return investigationId;
};

const opened = async (school: HarmedSchool): Promise<string> => {
  const investigationId = await approved(school);
  await openInvestigation(school.house, school.seated.browserOf(carrier), carrier, investigationId);
  return investigationId;
};

/** Three investigations: one that is asked for, one that is approved and one that is open. */
export const prepareInvestigations: Prepare = async (school) => {
  const { seated } = school;
  const path = (investigationId: string) => `/api/v1/investigations/${investigationId}`;
  const [toDecide, toOpen, toEnd] = [await askFor(school), await approved(school), await opened(school)];
  return [
    useCase(
      'POST /api/v1/investigations/:investigationId/decision',
      seated.browserOf('principal'),
      `${path(toDecide)}/decision`,
      json('POST', { approved: true, reason: 'Annet er prøvd.' }),
    ),
    useCase(
      'POST /api/v1/investigations/:investigationId/open',
      seated.browserOf(carrier),
      `${path(toOpen)}/open`,
    ),
    useCase(
      'POST /api/v1/investigations/:investigationId/end',
      seated.browserOf(carrier),
      `${path(toEnd)}/end`,
    ),
  ];
};
