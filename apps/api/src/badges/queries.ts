import type { Tx } from '@samhold/db';

export const schoolOfBadge = async (tx: Tx, hash: Buffer): Promise<string | undefined> =>
  (await tx.selectFrom('badge_lookup').select('school_id').where('token_hash', '=', hash).executeTakeFirst())
    ?.school_id;

export const pupilOfBadge = async (tx: Tx, schoolId: string, hash: Buffer): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('badge')
      .select('pupil_id')
      .where('school_id', '=', schoolId)
      .where((where) => where.or([where('token_hash', '=', hash), where('code_hash', '=', hash)]))
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
  )?.pupil_id;

/** Badges in use, by pupil. */
export const badgesOf = (tx: Tx, schoolId: string, pupilIds: readonly string[]) =>
  pupilIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('badge')
        .select(['badge_id', 'pupil_id', 'token_hash', 'code_hash', 'made_at'])
        .where('school_id', '=', schoolId)
        .where('pupil_id', 'in', pupilIds)
        .where('revoked_at', 'is', null)
        .execute();

/** One change of a pupil's badge at a time. */
export const lockPupils = (tx: Tx, schoolId: string, pupilIds: readonly string[]) =>
  pupilIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('pupil')
        .select('pupil_id')
        .where('school_id', '=', schoolId)
        .where('pupil_id', 'in', pupilIds)
        .orderBy('pupil_id')
        .forUpdate()
        .execute();

export const revokeBadges = async (
  tx: Tx,
  schoolId: string,
  pupilIds: readonly string[],
  now: Date,
): Promise<number> => {
  const badges = await badgesOf(tx, schoolId, pupilIds);
  if (badges.length === 0) return 0;
  await tx
    .deleteFrom('badge_lookup')
    .where(
      'token_hash',
      'in',
      badges.flatMap((badge) => [badge.token_hash, ...(badge.code_hash === null ? [] : [badge.code_hash])]),
    )
    .where('school_id', '=', schoolId)
    .execute();
  await tx
    .updateTable('badge')
    .set({ revoked_at: now })
    .where('school_id', '=', schoolId)
    .where(
      'badge_id',
      'in',
      badges.map((badge) => badge.badge_id),
    )
    .execute();
  return badges.length;
};

export type NewBadge = {
  readonly badgeId: string;
  readonly pupilId: string;
  readonly hash: Buffer;
  readonly codeHash: Buffer;
};

export const insertBadges = async (tx: Tx, schoolId: string, badges: readonly NewBadge[], now: Date) => {
  await tx
    .insertInto('badge')
    .values(
      badges.map(({ badgeId, pupilId, hash, codeHash }) => ({
        school_id: schoolId,
        badge_id: badgeId,
        pupil_id: pupilId,
        token_hash: hash,
        code_hash: codeHash,
        made_at: now,
      })),
    )
    .execute();
  await tx
    .insertInto('badge_lookup')
    .values(
      badges
        .flatMap(({ hash, codeHash }) => [hash, codeHash])
        .map((tokenHash) => ({ token_hash: tokenHash, school_id: schoolId })),
    )
    .execute();
};

/** The sittings the pupil is listed in that take answers now, soonest to close first; `responded` when handed in. */
export const sittingsOfPupil = (tx: Tx, schoolId: string, pupilId: string, now: Date) =>
  tx
    .selectFrom('sitting_pupil as p')
    .innerJoin('sitting as s', (join) =>
      join.onRef('s.school_id', '=', 'p.school_id').onRef('s.sitting_id', '=', 'p.sitting_id'),
    )
    .leftJoin('response as a', (join) =>
      join
        .onRef('a.school_id', '=', 'p.school_id')
        .onRef('a.sitting_id', '=', 'p.sitting_id')
        .onRef('a.pupil_id', '=', 'p.pupil_id'),
    )
    .select(['p.sitting_id', 'a.submitted_at'])
    .where('p.school_id', '=', schoolId)
    .where('p.pupil_id', '=', pupilId)
    .where(({ or, and, eb }) =>
      or([
        and([eb('s.state', '=', 'open'), eb('s.closes_at', '>', now)]),
        and([eb('s.state', '=', 'closed'), eb('p.answers_later_until', '>', now)]),
      ]),
    )
    .orderBy('s.closes_at')
    .orderBy('p.sitting_id')
    .execute();
