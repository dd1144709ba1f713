import { randomUUID } from 'node:crypto';
import { insertBadges } from '../badges/queries.ts';
import { badgeCodeHash, badgeHash, newBadgeCode, newBadgeToken } from '../badges/token.ts';
import type { TestHouse } from './test-house.ts';

/** A badge whose token and code are known here, as they are on paper only. */
export const paperBadgeOf = async (
  { deps }: TestHouse,
  school: { readonly schoolId: string },
  pupilId: string,
) => {
  const paper = { token: newBadgeToken(), code: newBadgeCode() };
  const hash = badgeHash(deps.keyring, paper.token);
  const codeHash = badgeCodeHash(deps.keyring, paper.code);
  const badge = { badgeId: randomUUID(), pupilId, hash, codeHash };
  await deps.db.inScope(school, (tx) => insertBadges(tx, school.schoolId, [badge], deps.now()));
  return paper;
};
