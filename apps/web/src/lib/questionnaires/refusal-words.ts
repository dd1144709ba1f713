import { limitsFor, type Advice, type AdviceCode, type Problem, type ProblemCode } from '@samhold/survey';

const said = (found: string | undefined): string => (found === undefined ? '' : `Se på ordet «${found}». `);

/** Why a rule refuses what somebody has written, and what can be done. Codes that no writing can bring about are left out. */
const refusals: Partial<Readonly<Record<ProblemCode, string>>> = {
  missing_text: 'Skriv teksten på bokmål. Den vises til alle som ikke har den på sitt språk.',
  text_too_long: 'Teksten er for lang for en elev. Et spørsmål kan ha høyst 90 tegn.',
  duplicate_text: 'Spørsmålet står i skjemaet fra før.',
  forbidden_word:
    'Undersøkelsen er ikke anonym, og det kan ikke loves. Læreren ser hvem som har svart hva i sin klasse.',
  exclamation_mark: 'Skriv rolig, uten utropstegn.',
  asks_for_name:
    'I trivselsundersøkelsen kan ingen navngis. Spør om hvordan eleven selv har det, ikke om hvem.',
  negative_wording:
    'Et spørsmål der elever velger andre, kan bare være positivt. Forskrift til opplæringslova § 20-5 tillater ikke at elever navngis i spørsmål om negative forhold når undersøkelsen skal forebygge. Spør om hvem eleven gjerne vil være sammen med.',
  asks_what_a_child_is:
    'Spørsmålet ser ut til å gjelde hva en elev er: helse, tro, etnisitet, seksualitet eller lovbrudd. Det skal ikke skolen samle inn her. I trivselsundersøkelsen kan dere spørre om det eleven har opplevd, for eksempel «Har noen sagt noe vondt til deg på grunn av hudfargen din?»',
  too_many_own: 'Sosiogrammet kan ha høyst to egne spørsmål, så elevene ikke bruker for lang tid.',
  wrong_item_count: 'Skjemaet har for mange eller for få spørsmål.',
  not_comparison_core: 'Et spørsmål til sammenligning er tatt ut. Det må være med.',
  unknown_scale: 'Velg svaralternativene.',
  unknown_theme: 'Velg et tema.',
};

export const refusalText = ({ code, path, found }: Problem): string =>
  code === 'missing_text' && path.endsWith('.title')
    ? 'Skriv et kort navn, så ansatte kjenner spørsmålet igjen i sosiogrammet.'
    : said(found) + (refusals[code] ?? 'Spørsmålet kan ikke brukes slik det er.');

const advices: Readonly<Record<AdviceCode, (found: string, grade: number) => string>> = {
  long_sentence: (found, grade) =>
    `Setningen har ${found} ord. På disse trinnene leses høyst ${String(limitsFor(grade).words)} ord lettest. Kan den kortes?`,
  long_word: (found) => `Ordet «${found}» er langt for en ung leser. Finnes et kortere?`,
  joins_questions: (found) =>
    found === '?'
      ? 'Her er mer enn ett spørsmål. Eleven kan bare svare på ett om gangen.'
      : `«${found}» ser ut til å binde sammen to spørsmål. Eleven kan mene ett om det første og et annet om det andre.`,
  denies_twice: (found) => `«${found}» nekter to ganger. Da er det vanskelig å vite hva ja og nei betyr.`,
  no_question: () => 'Teksten slutter ikke med spørsmålstegn. Elevene kjenner igjen spørsmål på det.',
  asks_not_whom: () => 'Elevene svarer med navn. Spør med «Hvem …».',
  ranks_pupils: (found) =>
    `«${found}» ber elevene rangere hverandre. Spør heller om hvem de gjerne gjør noe sammen med.`,
  treatment_on_ground: (found) =>
    `«${found}» sier noe om hva en elev kan være. Spørsmålet er lov når det gjelder det eleven har opplevd fra andre, og ingen må fortelle hva de selv er.`,
};

export const adviceText = ({ code, found }: Advice, lowestGrade: number): string =>
  advices[code](found, lowestGrade);
