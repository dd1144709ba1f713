import type { CounterEvidence, Evidence } from '../evidence.ts';
import { decimal, shareOf } from './numbers.ts';
import type { Wording } from './wording.ts';

type Piece<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;
export type PhraseOf = (criterionId: string) => string;

/**
 * The evidence as sentences, one element per piece, what chance gives and what was seen before said with the
 * piece they belong to. Where all criteria together are spoken of, chance is not repeated for each; with one
 * criterion the two are the same and said once.
 */
export function evidenceSentences(
  evidence: readonly Evidence[],
  wording: Wording,
  phraseOf: PhraseOf,
): string[] {
  const repeated = evidence.filter((piece) => piece.kind === 'repeated');
  const all = evidence.find((piece) => piece.kind === 'received-all');
  const apart = all !== undefined && all.criteria > 1 ? all : undefined;
  const againInAll = all === undefined ? [] : choicesAgain(all.received, repeated, 'all', wording);

  return evidence.flatMap((piece): string[] => {
    switch (piece.kind) {
      case 'received': {
        const again = choicesAgain(piece.received, repeated, piece.criterionId, wording);
        const chosen = wording.chosenBy(piece.received, piece.couldChoose, phraseOf(piece.criterionId));
        if (apart !== undefined) return [joined(chosen, ...(againInAll.length > 0 ? [] : again))];
        return [
          joined(chosen, receivedByChance(piece, wording), ...(all === undefined ? again : againInAll)),
        ];
      }
      case 'received-all':
        return apart === undefined ? [] : [joined(...inAll(apart, wording), ...againInAll)];
      case 'no-mutual': {
        const notBack = wording.notChosenBack(piece.given, piece.givenWhoAnswered);
        const { classReturned, classReturnable, probability } = piece;
        const inClass = wording.returnedInClass(
          classReturned,
          classReturnable,
          shareOf(probability, wording),
        );
        // The first rule set stored no figures of the class.
        return [(classReturned ?? 0) === 0 ? notBack : joined(notBack, inClass)];
      }
      case 'no-mutual-over-rounds': {
        const notBack = wording.notChosenBackOverRounds(piece.rounds, piece.givenWhoAnswered);
        return [joined(notBack, wording.atClassRate(shareOf(piece.probability, wording)))];
      }
      case 'received-over-rounds':
        return [overRounds(piece, wording)];
      case 'chosen-only-outside':
        return [wording.onlyOutside(piece.choosers)];
      case 'chosen-only-by-unchosen':
        return [wording.onlyByUnchosen(piece.choosers)];
      case 'fell':
        return [
          joined(
            wording.fell(piece.now, piece.before),
            wording.fallByChance(shareOf(piece.probability, wording)),
          ),
        ];
      case 'companionship-low': {
        const again = repeated.find(({ of }) => of === piece.kind);
        const said = wording.companionship(decimal(piece.score, wording));
        return [joined(said, ...(again ? [alsoEarlier(again, piece.score, wording.lowAlso, wording)] : []))];
      }
      case 'gave-none': {
        const again = repeated.find(({ of }) => of === piece.kind);
        return [joined(wording.choseNobody, ...(again ? [wording.sameAlso(when(again, wording))] : []))];
      }
      case 'own-fall':
        return [wording.ownFall(decimal(piece.score, wording), decimal(piece.usual, wording), piece.rounds)];
      case 'safety-lowest': {
        const again = repeated.find(({ of }) => of === piece.kind);
        const said = wording.safetyLowest(piece.items);
        return [joined(said, ...(again ? [alsoEarlier(again, piece.items, wording.lowAlso, wording)] : []))];
      }
      case 'says-bullied':
        return [wording.saysBullied];
      case 'low-on-end':
        return [wording.lowOnEnd(piece.scores.map((score) => decimal(score, wording)))];
      case 'top-in-no-time':
        return [wording.topInNoTime(piece.answered, decimal(piece.secondsPerItem, wording))];
      case 'repeated':
        return [];
      default:
        // Stored by a rule set whose evidence this version has no words for.
        return [];
    }
  });
}

const joined = (...sentences: readonly string[]): string => sentences.join(' ');

function receivedByChance({ received, probability }: Piece<'received'>, wording: Wording): string {
  const share = shareOf(probability, wording);
  return received === 0 ? wording.byChance(share) : wording.soFewByChance(share);
}

function inAll(piece: Piece<'received-all'>, wording: Wording): string[] {
  const { received, choosers, criteria } = piece;
  const share = shareOf(piece.probability, wording);
  return received === 0
    ? [wording.chosenByNobody(criteria), wording.byChance(share)]
    : [
        wording.chosenTimes(received, choosers, criteria),
        wording.timesByChance(decimal(piece.expected, wording), share),
      ];
}

function overRounds(piece: Piece<'received-over-rounds'>, wording: Wording): string {
  const { received, before, roundsAgo, expected, probability } = piece;
  const { previous, roundsAgo: ago } = wording.when;
  const times = wording.timesOverRounds(received + before, roundsAgo === 1 ? previous : ago(roundsAgo));
  return joined(times, wording.timesByChance(decimal(expected, wording), shareOf(probability, wording)));
}

/** Unchosen before as now is told before few choices before, as it says more. */
function choicesAgain(
  received: number,
  repeated: readonly Piece<'repeated'>[],
  criterion: string,
  wording: Wording,
): string[] {
  const again =
    criterion === 'all'
      ? (repeated.find(({ of }) => of === 'unchosen') ?? repeated.find(({ of }) => of === 'received-all'))
      : repeated.find(({ of, criterionId }) => of === 'received' && criterionId === criterion);
  return again === undefined ? [] : [alsoEarlier(again, received, wording.fewAlso, wording)];
}

function alsoEarlier(
  again: Piece<'repeated'>,
  now: number,
  alike: (when: string) => string,
  wording: Wording,
): string {
  const same = again.values.every((value) => value === now);
  return (same ? wording.sameAlso : alike)(when(again, wording));
}

function when({ roundsAgo }: Piece<'repeated'>, wording: Wording): string {
  const last = roundsAgo.at(-1) ?? 1;
  if (last === 1) return wording.when.previous;
  if (roundsAgo.length === 1) return wording.when.roundsAgo(last);
  return roundsAgo.length === last
    ? wording.when.lastRounds(last)
    : wording.when.earlierRounds(roundsAgo.length);
}

export function againstSentences(
  against: readonly CounterEvidence[],
  wording: Wording,
  phraseOf: PhraseOf,
): string[] {
  return against.map((piece) => {
    switch (piece.kind) {
      case 'chosen':
        return wording.chosenBy(piece.received, piece.couldChoose, phraseOf(piece.criterionId));
      case 'mutual':
        return wording.mutualTies(piece.mutual);
      case 'companionship-fine':
        return wording.companionship(decimal(piece.score, wording));
      case 'chosen-before':
        return wording.chosenBefore(piece.choosers);
    }
  });
}
