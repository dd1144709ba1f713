import { ownerOfSchool, sealSecret } from '../sign-in-method/service.ts';
import type { FeideStandIn } from './feide-stand-in.ts';
import type { TestHouse } from './test-house.ts';
import type { TestSchool } from './test-school.ts';

/** Lets staff of a school sign in by Feide, from the kommune the stand-in tells of unless told otherwise. */
export const storeFeide = async (
  house: TestHouse,
  feide: FeideStandIn,
  school: TestSchool,
): Promise<void> => {
  const { db, keyring, now } = house.deps;
  const { issuer, clientId, clientSecret } = feide.client;
  const { schoolId } = school;
  await db.inScope(school, async (tx) => {
    const ownerId = (await ownerOfSchool(tx, schoolId)) ?? '';
    const secret = sealSecret(keyring, ownerId, clientSecret);
    const at = now();
    await tx
      .insertInto('sign_in_method')
      .values({
        ...{ owner_id: ownerId, issuer, client_id: clientId, client_secret: secret },
        ...{ changed_at: at, tested_at: at },
      })
      .execute();
    await tx.insertInto('school_realm').values({ school_id: schoolId, realm: feide.next.realm }).execute();
  });
};
