import type { InformationLetters } from '@samhold/contract';
import type { LanguageCode } from '@samhold/survey';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import { schoolYears } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { lawOfYear } from '../grounds/service.ts';
import { letterLanguages, letterPdf } from './letter-pdf.ts';

const USUAL_LAW = 'opplæringslova § 12-3';

export const listLetters = (): InformationLetters => ({
  letters: letterLanguages.map(({ code, endonym, state }) => ({
    ...{ language: code, endonym },
    draft: state === 'draft',
  })),
});

const namesOf = async (
  tx: Tx,
  schoolId: string,
): Promise<{ readonly school: string; readonly owner: string }> => {
  const row = await tx
    .selectFrom('school as s')
    .innerJoin('school_owner as o', 'o.owner_id', 's.owner_id')
    .select(['s.name as school', 'o.name as owner'])
    .where('s.school_id', '=', schoolId)
    .executeTakeFirstOrThrow();
  return { school: row.school, owner: row.owner };
};

/** The letter to guardians in a language, about the school year that runs, else the next. */
export const makeLetter = (deps: Dependencies, actor: StaffActor, language: LanguageCode): Promise<Buffer> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const today = dayOf(deps.now());
    const years = await schoolYears(tx, schoolId);
    const year = years.findLast(({ endsOn }) => endsOn >= today) ?? years[0];
    if (year === undefined) throw new AppError('not_found');
    const law = (await lawOfYear(tx, schoolId, year.yearId)) ?? USUAL_LAW;
    const names = await namesOf(tx, schoolId);
    const pdf = letterPdf(language, { ...names, law, until: year.endsOn }, today);
    if (pdf === undefined) throw new AppError('not_found');
    return pdf;
  });
