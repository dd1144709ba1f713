import { offerSetupLink } from '../../apps/api/src/setup/service.ts';
import { json } from '../../apps/api/src/testing/browser.ts';
import { tokenOf } from '../../apps/api/src/testing/link-token.ts';
import type { HarmedHouse } from './x3-school.ts';
import type { UseCase } from './x3-use-cases.ts';

const school = {
  ...{ ownerName: 'Fjellvik kommune', schoolName: 'Fjellvik skole', organisationNumber: '974588145' },
  ...{ givenName: 'Anne', familyName: 'Administrator' },
};

/** What is done once, in an installation that has no school. */
export const firstSchool = async ({ house }: HarmedHouse): Promise<readonly UseCase[]> => {
  const offered = await offerSetupLink(house.deps);
  if (offered === undefined) throw new Error('No link is offered.');
  return [
    {
      ...{ name: 'the first school is made', route: 'POST /api/v1/setup', browsers: [house.tablet()] },
      call: ['/api/v1/setup', json('POST', { link: tokenOf(offered), school })],
    },
  ];
};
