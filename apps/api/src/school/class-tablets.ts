import type { ClassTablets } from '@samhold/contract';
import type { StaffActor } from '../access/actor.ts';
import { mayRunSittings } from '../access/policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { isReadAloud } from '../read-aloud/service.ts';
import { classLanguages, pupilLanguages } from './languages.ts';
import { setLanguagesOfClass } from './queries.ts';

const readTablets = async (
  ...[tx, actor, classId]: [Parameters<typeof isReadAloud>[0], StaffActor, string]
): Promise<ClassTablets> => {
  const readAloud = mayRunSittings(actor, classId)
    ? await isReadAloud(tx, actor.schoolId, classId)
    : undefined;
  if (readAloud === undefined) throw new AppError('not_found');
  return {
    readAloud,
    offered: await pupilLanguages(tx, actor.schoolId),
    languages: await classLanguages(tx, actor.schoolId, classId),
  };
};

export const readClassTablets = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
): Promise<ClassTablets> => deps.db.inScope(actor, (tx) => readTablets(tx, actor, classId));

/**
 * Shows the class these of the languages the school offers, and Norwegian always. When that is all of them the class follows
 * the school again, also in what it offers later.
 */
export const saveClassLanguages = (
  deps: Dependencies,
  actor: StaffActor,
  classId: string,
  wanted: readonly string[],
): Promise<ClassTablets> =>
  deps.db.inScope(actor, async (tx) => {
    const { offered } = await readTablets(tx, actor, classId);
    const kept = offered.filter((code) => code === 'nb' || wanted.includes(code));
    const all = kept.length === offered.length;
    await setLanguagesOfClass(tx, actor.schoolId, classId, all ? null : kept);
    return readTablets(tx, actor, classId);
  });
