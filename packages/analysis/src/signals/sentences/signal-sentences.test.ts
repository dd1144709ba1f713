import { describe, expect, test } from 'vitest';
import { detectSignals } from '../detect-signals.ts';
import type { CounterEvidence, Evidence } from '../evidence.ts';
import { OWN_ANSWERS_1, RULES_2 } from '../rules.ts';
import type { ClassSignals, Signal } from '../signal.ts';
import { simulatedClass, withoutChoicesOf } from '../simulated-class.fixture.ts';
import { CHANCE, inClass, signalWith } from './signal-sentences.fixture.ts';
import { signalSentences } from './signal-sentences.ts';
import type { SignalSentences } from './signal-sentences.ts';
import type { SignalLanguage } from './wording.ts';

const ALL_RULES = [...RULES_2.rules, ...OWN_ANSWERS_1.rules];
const LANGUAGES: readonly SignalLanguage[] = ['nb', 'nn', 'en'];

const FORBIDDEN =
  /isol|ensom|einsam|einsleg|taper|tapar|avvist|mobb|offer\b|utstøtt|upopulær|utenfor gruppen|anonym|lonely|reject|\bloser|victim|bull(y|ied)|unpopular|outcast/i;

const all = (text: SignalSentences): string[] => [
  text.headline,
  ...text.evidence,
  ...text.against,
  ...text.howSure,
  ...text.couldExplain,
];

/** Every signal and class that a sentence of its own exists for. */
function* everything(): Generator<[Signal, ClassSignals]> {
  for (const count of [0, 1, 2]) {
    for (const { id, level } of ALL_RULES) {
      yield [signalWith(count, { ruleId: id, level }), inClass(24, { answered: 23 })];
    }
    const beyond = { absent: count, neededToRemove: null };
    yield [signalWith(count, { absence: beyond }), inClass(24, { chance: { ...CHANCE, expected: count } })];
    const own = { restsOnChoices: false, absence: null };
    for (const notComputed of ['small-class', 'low-participation', 'no-criteria'] as const) {
      yield [signalWith(count, own), inClass(count, { notComputed, chance: null })];
    }
  }
}

describe.each(LANGUAGES)('every sentence in %s', (language) => {
  const sentences = [...everything()].flatMap((one) => all(signalSentences(...one, language)));

  test('ends with a full stop, has single spaces and no empty place', () => {
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/ {2}|\.\.|undefined|null|NaN| [.,]|!/);
    }
  });

  test('agrees in number with 0, 1 and 2', () => {
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(
        /(?<![\d,.]|av |in |of )1 (elever|elevar|medelever|medelevar|pupils|classmates|ganger|gonger|times|rounds|runder|rundar|gjensidige|questions|slike|such signs|sekunder|seconds)\b/,
      );
      expect(sentence).not.toMatch(
        /(?<!\d)[02] (elev|medelev|pupil|classmate|gang|gong|time|round|runde|gjensidig|question|slikt|such sign)\b/,
      );
    }
  });

  test('says what was seen and never what a pupil is, and names nobody', () => {
    for (const sentence of sentences) expect(sentence).not.toMatch(FORBIDDEN);
    expect(sentences.join(' ')).not.toContain('p05');
  });

  test('has a headline of its own for every rule, and one by level for a rule it does not know', () => {
    const headlineOf = (ruleId: string, level: Signal['level']) =>
      signalSentences(signalWith(0, { ruleId, level }), inClass(24), language).headline;
    const unknown = headlineOf('of-another-day', 'look-closer');
    const ids = new Set(ALL_RULES.map(({ id }) => id));
    const headlines = new Set([...ids].map((id) => headlineOf(id, 'look-closer')));
    expect(headlines.size).toBe(ids.size);
    for (const headline of headlines) expect(headline.endsWith(` ${unknown}`)).toBe(true);
    expect(headlineOf('unchosen-repeated', 'look-closer-soon')).toMatch(/ (snart|soon)\.$/);
  });
});

test('a signal stored by the first rule set is read as it was, without what it did not store', () => {
  const unreturned = { kind: 'no-mutual', counts: true, given: 3, givenWhoAnswered: 3, probability: 0.02 };
  const forgotten = { kind: 'of-another-day', counts: true };
  // As it lies in the database.
  const evidence = [unreturned, forgotten] as unknown as Evidence[];
  const stored = signalWith(0, { ruleId: 'few-repeated', level: 'look-closer-soon', evidence });
  expect(signalSentences(stored, inClass(24, { ruleSetVersion: 'rules-1' }), 'nb')).toMatchObject({
    headline: 'Grunn til å se nærmere snart.',
    evidence: ['Eleven valgte 3 medelever og ble ikke valgt tilbake av noen av dem.'],
  });
});

describe('wording', () => {
  const bokmal = (count: number): SignalSentences =>
    signalSentences(signalWith(count), inClass(24, { answered: 23 }), 'nb');

  test('counts in bokmål', () => {
    expect(bokmal(0).evidence.slice(0, 2)).toEqual([
      'Valgt av 0 av 23 i friminutt.',
      'Ikke valgt av noen på de 3 spørsmålene. Ved ren tilfeldighet skjer det for omtrent 1 av 25 elever i en slik klasse. Det samme var tilfelle i runden før.',
    ]);
    expect(bokmal(1).evidence[1]).toMatch(/^Valgt 1 gang til sammen på de 3 spørsmålene, av 1 medelev\. /);
    expect(bokmal(2).evidence[1]).toMatch(
      /^Valgt 2 ganger til sammen på de 3 spørsmålene, av 2 medelever\. /,
    );
    expect(bokmal(2).evidence[1]).toMatch(/ i de 2 rundene før\.$/);
  });

  test('decimals have a comma in Norwegian and a point in English, and a small mean is not 0', () => {
    expect(bokmal(1).evidence[1]).toContain('i snitt vært 9, og');
    expect(bokmal(1).howSure[1]).toBe(
      'Ved ren tilfeldighet ville det i snitt blitt 0,3 slike tegn i denne klassen. Det er 1 nå.',
    );
    const soon = signalWith(1, { level: 'look-closer-soon' });
    expect(signalSentences(soon, inClass(24), 'nn').howSure[1]).toContain('mindre enn 0,1 slike teikn');
    expect(signalSentences(signalWith(1), inClass(24), 'en').howSure[1]).toContain('0.3 such signs');
    expect(signalSentences(soon, inClass(24), 'en').howSure[2]).toContain('fewer than 1 in 1000');
  });

  test('a criterion goes by the phrase given, its own phrase, or its id', () => {
    const phrases = { recess: 'ute' };
    expect(signalSentences(signalWith(0), inClass(24), 'nb', phrases).evidence[0]).toBe(
      'Valgt av 0 av 23 ute.',
    );
    const trip = signalWith(0, { evidence: [], against: [{ ...chosenOn('tur') }] });
    expect(signalSentences(trip, inClass(24), 'nb').against).toEqual([
      'Valgt av 2 av 23 på spørsmålet «tur».',
    ]);
  });

  test('with one criterion the choices, chance and the round before are said once', () => {
    const classOf = (seed: number) =>
      withoutChoicesOf(simulatedClass({ size: 24, given: 3, criteria: ['recess'], seed }), 'p05');
    const found = detectSignals({
      criteria: classOf(1),
      gaveNone: [],
      history: [{ criteria: classOf(2) }],
      seed: 1,
      draws: 100,
    });
    const signal = found.signals.find(({ pupilId }) => pupilId === 'p05');
    expect(signal && signalSentences(signal, found, 'nb').evidence[0]).toBe(
      'Valgt av 0 av 23 i friminutt. Ved ren tilfeldighet skjer det for omtrent 1 av 25 elever i en slik klasse. Det samme var tilfelle i runden før.',
    );
  });
});

const chosenOn = (criterionId: string): CounterEvidence => ({
  kind: 'chosen',
  criterionId,
  received: 2,
  couldChoose: 23,
  expected: 3,
});
