import type { OwnSchools, SignedOut, StaffSession } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { staffName } from '../roster/names.ts';
import { hasOtherSchools, openSchoolsOf } from './memberships.ts';
import * as queries from './queries.ts';
import { leaveProvider } from './sign-out.ts';
import { readToken, type BearerToken } from './tokens.ts';

export const findStaff = async (
  deps: Dependencies,
  cookie: string | undefined,
  userAgent?: string,
): Promise<StaffActor | undefined> => {
  const token = readToken(cookie);
  if (token === undefined) return undefined;
  return deps.db.inScope(token, (tx) =>
    queries.staffOfSession(tx, token.schoolId, token.tokenHash, deps.now(), userAgent),
  );
};

export const describeSession = async (deps: Dependencies, actor: StaffActor): Promise<StaffSession> => {
  const session = await deps.db.inScope(actor, async (tx, sealer) => {
    const { school, classNames } = await queries.schoolAndClassNames(tx, actor.schoolId);
    return {
      staffId: actor.staffId,
      name: await staffName(tx, await sealer(), actor.schoolId, actor.staffId),
      school: {
        ...{ name: school.name, demo: school.demo },
        ...(actor.closing === undefined ? {} : { deletedFrom: actor.closing }),
      },
      relations: actor.relations.map((relation) => ({
        ...relation,
        className: relation.classId === null ? null : (classNames.get(relation.classId) ?? null),
      })),
    };
  });
  return { ...session, hasOtherSchools: await hasOtherSchools(deps, actor) };
};

/** Where whoever asks can be; nothing of another school than its name. */
export const listOwnSchools = async (deps: Dependencies, actor: StaffActor): Promise<OwnSchools> => ({
  schools: (await openSchoolsOf(deps, actor)).map(({ schoolId, name }) => ({
    ...{ schoolId, name },
    isHere: schoolId === actor.schoolId,
  })),
});

/** Ends a session here, and says where it ends at the provider too. */
export const signOut = async (deps: Dependencies, token: BearerToken): Promise<SignedOut> => {
  const kept = await deps.db.inScope(token, (tx) =>
    queries.deleteStaffSession(tx, token.schoolId, token.tokenHash),
  );
  const redirectTo = kept === undefined || kept === null ? null : await leaveProvider(deps, kept, token);
  return { redirectTo };
};

/** Signs a staff member out everywhere. */
export const endSessionsOf = queries.deleteSessionsOf;
