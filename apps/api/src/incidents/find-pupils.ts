import type { FoundPupils, PupilOfSchool } from '@samhold/contract';
import type { SchoolSealer, Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { logOpening } from '../access/log.ts';
import { holdsAny, mayRunSittings } from '../access/policy.ts';
import { dayOf } from '../calendar-days.ts';
import type { Dependencies } from '../dependencies.ts';
import { hiddenPupilIds } from '../people/hidden-pupils.ts';
import { openNames } from '../roster/names.ts';
import * as queries from './queries.ts';

const MOST = 12;

export type Listed = { readonly pupilId: string; readonly classId: string; readonly className: string };

/**
 * The pupils on the lists of a day whom this person may meet by name outside a class: all but hidden ones, and of those the ones
 * of a class of the person's own, by their alias; the principal, who hides them, meets all (P8).
 */
export const pupilsKnownTo = async (tx: Tx, actor: StaffActor, day: string): Promise<readonly Listed[]> => {
  const hidden = await hiddenPupilIds(tx, actor.schoolId);
  const all = holdsAny(actor, ['principal']);
  return (await queries.listedPupils(tx, actor.schoolId, day))
    .filter((row) => all || !hidden.has(row.pupil_id) || mayRunSittings(actor, row.class_id))
    .map((row) => ({ pupilId: row.pupil_id, classId: row.class_id, className: row.class_name }));
};

/** Pupils with whole name and class, by class and name. Those who have left every list have no class any more. */
export const withNames = async (
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  listed: readonly Listed[],
): Promise<readonly PupilOfSchool[]> => {
  const classOf = new Map(listed.map((one) => [one.pupilId, one.className]));
  const names = await openNames(tx, sealer, schoolId, [...classOf.keys()]);
  return names
    .map(({ personId, given, family }) => ({
      pupilId: personId,
      name: `${given} ${family}`.trim(),
      className: classOf.get(personId) ?? '',
    }))
    .sort(
      (a, b) =>
        a.className.localeCompare(b.className, 'nb', { numeric: true }) || a.name.localeCompare(b.name, 'nb'),
    );
};

const folded = (text: string): string => text.toLocaleLowerCase('nb').normalize('NFC');

/** Each word begins one of the words of the name, or is of the class; a class alone finds nobody, so that none is listed whole. */
export const matches = ({ name, className }: PupilOfSchool, words: readonly string[]): boolean => {
  const parts = folded(name).split(/[\s-]+/);
  const ofName = words.filter((word) => word.length > 1 && parts.some((part) => part.startsWith(word)));
  return (
    ofName.length > 0 && words.every((word) => ofName.includes(word) || folded(className).startsWith(word))
  );
};

/** Finds pupils of the school by what their names begin with. That somebody searched is logged, not for what. */
export const findPupils = (
  deps: Dependencies,
  actor: StaffActor,
  sought: string,
  purpose = 'find whom an incident is about',
): Promise<FoundPupils> =>
  deps.db.inScope(actor, async (tx, sealer) => {
    const { schoolId } = actor;
    const known = await pupilsKnownTo(tx, actor, dayOf(deps.now()));
    const words = folded(sought)
      .split(/[\s-]+/)
      .filter(Boolean);
    const found = (await withNames(tx, await sealer(), schoolId, known)).filter((one) => matches(one, words));
    await logOpening(tx, actor, deps.now(), {
      action: 'pupils.search',
      subjectKind: 'school',
      subjectId: schoolId,
      purpose,
    });
    return { pupils: found.slice(0, MOST), more: found.length > MOST };
  });
