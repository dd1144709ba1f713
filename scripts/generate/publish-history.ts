import { randomUUID } from 'node:crypto';
import { auditPublication } from '../../apps/api/src/publications/audit-publication.ts';
import { makePublication } from '../../apps/api/src/publications/make-publication.ts';
import { publish } from '../../apps/api/src/publications/publish.ts';
import { insertStaffMember } from '../../apps/api/src/roster/people.ts';
import { openIdentityProviders } from '../../apps/api/src/session/identity-providers.ts';
import type { Database, Keyring } from '../../packages/db/src/index.ts';

const DAY = 86_400_000;
/** Of one report. */
const MOST_ROUNDS = 6;

/** The rounds of wellbeing that have ended, by school year. */
const roundsByYear = (db: Database, schoolId: string) =>
  db.inScope({ schoolId }, async (tx) => {
    const rounds = await tx
      .selectFrom('round as r')
      .innerJoin('school_year as y', (join) =>
        join.onRef('y.school_id', '=', 'r.school_id').onRef('y.school_year_id', '=', 'r.school_year_id'),
      )
      .select(['r.round_id', 'r.ended_at', 'y.label', 'y.starts_on'])
      .where('r.school_id', '=', schoolId)
      .where('r.kind', '=', 'wellbeing')
      .where('r.ended_at', 'is not', null)
      .orderBy('r.ended_at')
      .execute();
    return [...Map.groupBy(rounds, ({ label }) => label)];
  });

/**
 * Publishes for everybody what the school was in each of its years, ten days after the last round of it, as somebody who led the
 * school then and does so no more.
 */
export const publishHistory = async (db: Database, keyring: Keyring, schoolId: string): Promise<void> => {
  const years = await roundsByYear(db, schoolId);
  const first = years[0]?.[1][0]?.starts_on;
  if (first === undefined) return;
  const fromAt = new Date(`${first}T06:00:00Z`);
  const staffId = await db.inScope({ schoolId }, async (tx, sealer) =>
    insertStaffMember(tx, await sealer(), keyring, schoolId, {
      givenName: 'Målt',
      familyName: 'Leder',
      relations: [{ kind: 'leadership', fromAt, toAt: new Date(Date.now() - DAY) }],
    }),
  );
  const actor = { schoolId, staffId, trained: true, relations: [] };
  const identityProviders = openIdentityProviders('http://localhost');
  for (const [label, rounds] of years) {
    const told = rounds.slice(-MOST_ROUNDS);
    const ended = told.at(-1)?.ended_at?.getTime() ?? 0;
    const at = new Date(Math.min(ended + 10 * DAY, Date.now()));
    const deps = { db, keyring, identityProviders, now: () => at };
    const publicationId = randomUUID();
    await makePublication(deps, actor, {
      ...{ publicationId, audience: 'public', spec: 'school', title: `Trivsel på skolen ${label}` },
      roundIds: told.map(({ round_id }) => round_id),
    });
    await auditPublication(deps, { schoolId, publicationId });
    const { publication } = await publish(deps, actor, publicationId);
    if (publication.state !== 'published') throw new Error(`${publication.title} was not published.`);
  }
};
