import type { InformationLetters } from '@samhold/contract';
import { languages, type LanguageCode } from '@samhold/survey';
import type { Tx } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import { dayOf } from '../calendar-days.ts';
import { schoolYears } from '../calendar/service.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { lawOfYear } from '../grounds/service.ts';
import { lastDayKept } from '../retention/due.ts';
import { letterPdf } from './letter-pdf.ts';

const USUAL_LAW = 'opplæringslova § 12-3';

export const listLetters = (): InformationLetters => ({
  letters: languages.map(({ code, endonym, state }) => ({
    ...{ language: code, endonym },
    draft: state === 'draft',
  })),
});

const schoolOf = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('school as s')
    .innerJoin('school_owner as o', 'o.owner_id', 's.owner_id')
    .select(['s.name as school', 'o.name as owner', 's.answers_until'])
    .where('s.school_id', '=', schoolId)
    .executeTakeFirstOrThrow();

/** The letter to guardians in a language, about the school year that runs, else the next. */
export const makeLetter = (deps: Dependencies, actor: StaffActor, language: LanguageCode): Promise<Buffer> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    const today = dayOf(deps.now());
    const years = await schoolYears(tx, schoolId);
    const year = years.findLast(({ endsOn }) => endsOn >= today) ?? years[0];
    if (year === undefined) throw new AppError('not_found');
    const law = (await lawOfYear(tx, schoolId, year.yearId)) ?? USUAL_LAW;
    const { school, owner, answers_until: answersUntil } = await schoolOf(tx, schoolId);
    const until = lastDayKept(year.endsOn, answersUntil);
    return letterPdf(language, { school, owner, law, until }, today);
  });
