import type { Tx } from '@samhold/db';
import { logOpening } from '../access/log.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import type { FeideStaff } from '../session/identity-provider.ts';
import { readGroups } from './feide-groups.ts';
import * as queries from './queries.ts';
import { plainName, taughtClasses, type TaughtClass } from './taught-classes.ts';

type Person = { readonly schoolId: string; readonly staffId: string };
type Named = TaughtClass & { readonly classId: string };

const classesNamed = async (
  tx: Tx,
  { schoolId }: Person,
  taught: readonly TaughtClass[],
  now: Date,
): Promise<readonly Named[]> => {
  const classes = await queries.classesOfYear(tx, schoolId, dayOf(now));
  return classes.flatMap(({ classId, name, startsOn }) => {
    const group = taught.find((one) => one.name === plainName(name));
    // A group that ended before this year's class began was last year's class of the same name.
    return group === undefined || dayOf(group.notAfter) <= startsOn ? [] : [{ ...group, classId }];
  });
};

/** What holds ends no later than the group does. */
const endWithGroup = async (
  tx: Tx,
  { schoolId, staffId }: Person,
  { classId, notAfter }: Named,
  relations: Awaited<ReturnType<typeof queries.teacherRelations>>,
  now: Date,
): Promise<void> => {
  for (const relation of relations) {
    const end = notAfter > now ? notAfter : now;
    const lasts = relation.to_at === null || relation.to_at > end;
    // What the school gave after the group had ended, it gave knowing that.
    if (!lasts || relation.class_id !== classId || relation.from_at >= notAfter) continue;
    await queries.endAt(tx, schoolId, relation.relation_id, end);
    if (relation.confirmed_at === null) continue;
    const self = { schoolId, staffId, relations: [] };
    await logOpening(tx, self, now, {
      action: 'access.ended',
      subjectKind: 'staff',
      subjectId: staffId,
      purpose: `feide contact_teacher ${classId} ${dayOf(end)}`,
    });
  }
};

const takeIn = async (tx: Tx, person: Person, taught: readonly TaughtClass[], now: Date): Promise<void> => {
  const { schoolId, staffId } = person;
  const named = await classesNamed(tx, person, taught, now);
  const relations = await queries.teacherRelations(tx, schoolId, staffId);
  for (const group of named) {
    await endWithGroup(tx, person, group, relations, now);
    // One that was declined, or ended by the school, is not asked for again.
    const isKnown = relations.some(({ class_id }) => class_id === group.classId);
    if (isKnown || group.notBefore > now || group.notAfter <= now) continue;
    await queries.propose(tx, schoolId, {
      staffId,
      classId: group.classId,
      fromAt: group.notBefore,
      toAt: group.notAfter,
    });
  }
  const held = named.filter(({ notBefore, notAfter }) => notBefore <= now && notAfter > now);
  await queries.replaceSeen(tx, schoolId, staffId, held, now);
};

/**
 * Holds what Feide says somebody teaches against the school's own list, at sign-in. It confirms and it ends; it gives
 * nothing: of a class the list does not know the person to teach, leadership is asked. Where Feide does not answer in time
 * nothing is changed. Returns whether it answered.
 */
export const confirmClasses = async (
  deps: Dependencies,
  person: Person,
  { realm, accessToken }: FeideStaff,
): Promise<boolean> => {
  const groups = await readGroups(deps.identityProviders.feide, accessToken).catch(() => undefined);
  if (groups === undefined) return false;
  await deps.db.inScope(person, async (tx) => {
    const number = await queries.organisationNumber(tx, person.schoolId);
    await takeIn(tx, person, taughtClasses(groups, realm, number), deps.now());
  });
  return true;
};

/** When Feide last named somebody as teacher of a class, by both their ids. */
export const groupsSeen = async (tx: Tx, schoolId: string): Promise<ReadonlyMap<string, Date>> =>
  new Map(
    (await queries.seenGroups(tx, schoolId)).map((row) => [`${row.staff_id} ${row.class_id}`, row.seen_at]),
  );
