import type { InvestigationCondition, InvestigationResult, InvestigationState } from '@samhold/contract';

export const conditionWords: Readonly<Record<InvestigationCondition, string>> = {
  long_lasting: 'Den har vart lenge',
  unclear: 'Den er uklar',
  complicated: 'Den er sammensatt',
};

export const stateWords: Readonly<Record<InvestigationState, string>> = {
  asked: 'Venter på godkjenning',
  declined: 'Ikke godkjent',
  withdrawn: 'Trukket tilbake',
  approved: 'Godkjent, ikke åpnet',
  open: 'Elevene svarer',
  ended: 'Avsluttet',
  deleted: 'Svarene er slettet',
};

type Pattern = InvestigationResult['patterns'][number];
type Said = Pattern['liked'];

/** How many said it; where the number would tell who, only that it is few or nearly all. */
export const saidWords = (said: Said): string =>
  said.kind === 'count'
    ? `oppgitt av ${said.count} elever`
    : said.kind === 'few'
      ? 'oppgitt av færre enn 3'
      : 'oppgitt av alle eller nesten alle';

const patterns: Readonly<Record<Pattern['pattern'], string>> = {
  liked: 'Flere enn ellers i gruppen har svart «fint», og færre «vanskelig».',
  disliked: 'Færre enn ellers i gruppen har svart «fint», og flere «vanskelig».',
  both: 'Flere enn ellers i gruppen har svart både «fint» og «vanskelig».',
  neither: 'Færre enn ellers i gruppen har svart både «fint» og «vanskelig».',
};
export const patternWords = ({ pattern, liked, disliked }: Pattern): string =>
  `${patterns[pattern]} «Fint» er ${saidWords(liked)}, «vanskelig» er ${saidWords(disliked)}.`;

export const noPatternWords: Readonly<Record<NonNullable<InvestigationResult['noPatterns']>, string>> = {
  not_asked: '',
  small_group: 'Gruppen er for liten til å se svarene under ett. Det må være minst åtte.',
  participation: 'For få har svart på begge spørsmålene til å se dem under ett.',
  no_spread: 'Svarene er så like at det ikke er noe å se under ett.',
};
