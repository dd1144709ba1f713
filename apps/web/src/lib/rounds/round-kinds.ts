import type { RoundKind, StartableRound } from '@samhold/contract';

export const kindName = (kind: RoundKind): string =>
  kind === 'wellbeing' ? 'Trivselsundersøkelse' : 'Sosiogram';

/** What the class is about to do, in one sentence. */
export const kindSentence = (kind: RoundKind): string =>
  kind === 'wellbeing'
    ? 'Elevene svarer hver for seg på korte spørsmål om hvordan de har det. Regn med ti til femten minutter.'
    : 'Elevene velger klassekamerater de gjerne vil være sammen med. Regn med fem til ti minutter.';

export const isOwnSociogram = (round: StartableRound): boolean =>
  round.kind === 'sociogram' && round.roundId === null;
