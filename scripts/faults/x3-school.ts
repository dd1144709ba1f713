import { seats } from '../../apps/api/src/access/access-table.ts';
import { openSeatedSchool, type SeatedSchool } from '../../apps/api/src/testing/seated-school.ts';
import { openTestHouse, type TestHouse } from '../../apps/api/src/testing/test-house.ts';
import { openPlanted, type Planted } from './x3-planted.ts';

/** An installation whose statements can come to harm. */
export type HarmedHouse = { readonly house: TestHouse; readonly planted: Planted };

export type HarmedSchool = HarmedHouse & { readonly seated: SeatedSchool };

/** Jobs are added, and none is run: nothing happens beside the use case that is tried. */
const addsJobs = { smtpUrl: 'smtp://127.0.0.1:9', addsJobsOnly: true };

/** An installation without a school. */
export const openHarmedHouse = async (superuserUrl: string): Promise<HarmedHouse> => {
  const planted = openPlanted();
  const house = await openTestHouse(superuserUrl, { ...addsJobs, interference: planted.interference });
  return { house, planted };
};

/** A school with somebody in every seat, whose statements can come to harm. */
export const openHarmedSchool = async (superuserUrl: string): Promise<HarmedSchool> => {
  const harmed = await openHarmedHouse(superuserUrl);
  const { house } = harmed;
  const seated = await openSeatedSchool(house);
  // From now on the clock stands still, so that the same use case writes the same moments.
  house.setNow(new Date(Date.now() + 1_000));
  // A session that is used notes so once a minute, past the use case: each has just been used.
  for (const seat of seats) await seated.browserOf(seat)('/api/v1/session');
  await seated.browserOf('pupil')('/api/v1/pupil-session/form');
  return { ...harmed, seated };
};
