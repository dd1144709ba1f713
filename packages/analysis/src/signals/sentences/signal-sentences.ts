import type { ClassSignals, Signal } from '../signal.ts';
import { bokmal } from './bokmal.ts';
import { english } from './english.ts';
import { againstSentences, evidenceSentences } from './evidence-sentences.ts';
import { meanNumber, shareOf } from './numbers.ts';
import { nynorsk } from './nynorsk.ts';
import type { SignalLanguage, Wording } from './wording.ts';

/** Each element is one or more whole sentences, and none names the pupil or says what the pupil is. */
export type SignalSentences = {
  readonly headline: string;
  readonly evidence: readonly string[];
  readonly against: readonly string[];
  readonly howSure: readonly string[];
  readonly couldExplain: readonly string[];
};

const WORDINGS: Readonly<Record<SignalLanguage, Wording>> = { nb: bokmal, nn: nynorsk, en: english };

/**
 * One signal in words that a teacher can read between lessons.
 *
 * `criterionPhrases` gives, by criterion id, what follows «Valgt av 0 av 23 …» in the language, such as
 * «i friminutt»; `recess`, `work` and `sit-beside` have phrases of their own, and any other id is quoted as it is.
 */
export function signalSentences(
  signal: Signal,
  classSignals: ClassSignals,
  language: SignalLanguage,
  criterionPhrases: Readonly<Record<string, string>> = {},
): SignalSentences {
  const wording = WORDINGS[language];
  const phraseOf = (id: string): string =>
    criterionPhrases[id] ?? wording.criterionPhrases[id] ?? wording.unknownCriterion(id);
  return {
    headline: headlineOf(signal, wording),
    evidence: evidenceSentences(signal.evidence, wording, phraseOf),
    against: againstSentences(signal.against, wording, phraseOf),
    howSure: howSure(signal, classSignals, wording),
    couldExplain: couldExplain(signal, classSignals, wording),
  };
}

/** The level is the signal's own: another rule set may have given the same rule another one. */
function headlineOf({ ruleId, level }: Signal, { headlines, headlineOf: reasonTo }: Wording): string {
  const seen = headlines[ruleId];
  return seen === undefined ? reasonTo[level] : `${seen} ${reasonTo[level]}`;
}

function howSure(signal: Signal, classSignals: ClassSignals, wording: Wording): string[] {
  const { answered, classSize, notComputed, chance } = classSignals;
  const sentences: string[] = [];
  if (classSize > 0) sentences.push(wording.answered(answered, classSize));
  if (notComputed !== null) sentences.push(wording.notComputed[notComputed]);
  if (!signal.restsOnChoices) return [...sentences, wording.ownAnswersOnly];
  if (chance !== null) {
    const { expected, found, atLeastFound } = signal.level === 'look-closer-soon' ? chance.soon : chance;
    sentences.push(wording.expectedSignals(meanNumber(expected, wording), found));
    sentences.push(wording.atLeastAsMany(shareOf(atLeastFound, wording)));
  }
  return signal.absence === null ? sentences : [...sentences, absenceSentence(signal.absence, wording)];
}

function absenceSentence(
  { absent, neededToRemove }: NonNullable<Signal['absence']>,
  wording: Wording,
): string {
  if (absent === 0) return wording.everybodyAnswered;
  return neededToRemove === null
    ? wording.absentCouldNot(absent)
    : wording.absentCould(absent, neededToRemove);
}

function couldExplain(signal: Signal, { answered, classSize }: ClassSignals, wording: Wording): string[] {
  const { couldExplain: texts } = wording;
  const saw = (kind: string): boolean =>
    [...signal.evidence, ...signal.against].some((piece) => piece.kind === kind);
  const overRounds = ['repeated', 'received-over-rounds', 'no-mutual-over-rounds', 'low-on-end'].some(saw);
  const wasHereBefore = overRounds || saw('fell') || saw('chosen-before');
  const isAboutCompany = signal.restsOnChoices || saw('gave-none') || saw('companionship-low');
  return [
    ...(wasHereBefore || !isAboutCompany ? [] : [texts.isNew]),
    ...(signal.restsOnChoices && answered < classSize ? [texts.friendsAway] : []),
    ...(isAboutCompany ? [texts.friendsElsewhere] : []),
    texts.misunderstood,
    ...(overRounds ? [] : [texts.thatDay]),
    ...(saw('gave-none') ? [texts.didNotWantToChoose] : []),
  ];
}
