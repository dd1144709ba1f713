import type { OfferedDrafts } from '@samhold/contract';
import type { Tx } from '@samhold/db';
import { draftLanguages, offeredLanguages, type LanguageCode } from '@samhold/survey';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import * as queries from './queries.ts';

const inDraft = (codes: readonly string[]): LanguageCode[] =>
  draftLanguages.filter((code) => codes.includes(code));

export const readDrafts = (deps: Dependencies, actor: StaffActor): Promise<OfferedDrafts> =>
  deps.db.inScope(actor, async (tx) => ({
    languages: inDraft(await queries.draftsOffered(tx, actor.schoolId)),
  }));

/** Offers exactly these drafts from now on; a language that is checked is offered anyway and is not kept here. */
export const saveDrafts = (
  deps: Dependencies,
  actor: StaffActor,
  { languages }: OfferedDrafts,
): Promise<OfferedDrafts> =>
  deps.db.inScope(actor, async (tx) => {
    await queries.setDraftsOffered(tx, actor.schoolId, inDraft(languages));
    return { languages: inDraft(languages) };
  });

/** The languages pupils of the class are shown, in list order: those chosen for it, of what the school offers now. */
export const classLanguages = async (tx: Tx, schoolId: string, classId: string): Promise<LanguageCode[]> => {
  const chosen = await queries.languagesOfClass(tx, schoolId, classId);
  const offered = await pupilLanguages(tx, schoolId);
  return chosen === null || chosen === undefined
    ? offered
    : offered.filter((code) => code === 'nb' || chosen.includes(code));
};

/** The languages pupils of the school are offered, in list order. */
export const pupilLanguages = async (tx: Tx, schoolId: string): Promise<LanguageCode[]> => [
  ...offeredLanguages(await queries.draftsOffered(tx, schoolId)),
];
