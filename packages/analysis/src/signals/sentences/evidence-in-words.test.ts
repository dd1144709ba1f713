import { describe, expect, test } from 'vitest';
import type { CounterEvidence, Evidence } from '../evidence.ts';
import { bokmal } from './bokmal.ts';
import { againstSentences, evidenceSentences } from './evidence-sentences.ts';

const counts = true;
const said = (...evidence: readonly Evidence[]) => evidenceSentences(evidence, bokmal, (id) => `om ${id}`);
const onRecess = (received: number): Evidence => ({
  kind: 'received',
  counts,
  criterionId: 'recess',
  received,
  couldChoose: 23,
  expected: 3,
  probability: 0.04,
});
const inAll = (criteria: number, received: number): Evidence => ({
  kind: 'received-all',
  counts,
  criteria,
  received,
  choosers: received,
  couldChoose: 23,
  expected: 9.04,
  probability: 0.25,
  probabilityIfUnrelated: 0.01,
  probabilityInDraws: 0.02,
});
type Of = Extract<Evidence, { kind: 'repeated' }>['of'];
const again = (of: Of, roundsAgo: readonly number[], values: readonly number[]): Evidence => ({
  kind: 'repeated',
  counts,
  of,
  criterionId: of === 'received' ? 'recess' : null,
  roundsAgo,
  values,
});

describe('few choices in words', () => {
  const recess = 'Valgt av 0 av 23 om recess.';
  const byChance = 'Ved ren tilfeldighet skjer det for omtrent 1 av 25 elever i en slik klasse.';

  test('say what chance gives with the one criterion, and with all of them together where they are several', () => {
    expect(said(onRecess(0))).toEqual([`${recess} ${byChance}`]);
    expect(said(onRecess(2))).toEqual([
      'Valgt av 2 av 23 om recess. Ved ren tilfeldighet får omtrent 1 av 25 elever i en slik klasse så få valg.',
    ]);
    expect(said(onRecess(0), inAll(1, 0))).toEqual([`${recess} ${byChance}`]);
    expect(said(onRecess(0), inAll(3, 0))).toEqual([
      recess,
      'Ikke valgt av noen på de 3 spørsmålene. Ved ren tilfeldighet skjer det for omtrent 1 av 4 elever i en slik klasse.',
    ]);
    expect(said(inAll(3, 2))).toEqual([
      'Valgt 2 ganger til sammen på de 3 spørsmålene, av 2 medelever. Ved ren tilfeldighet ville det i snitt vært 9, og omtrent 1 av 4 elever i en slik klasse får så få valg.',
    ]);
  });

  test('say that it was so before, with all criteria where that is told, and with the criterion else', () => {
    const before = again('received', [1], [0]);
    const same = 'Det samme var tilfelle i runden før.';
    expect(said(onRecess(0), before)).toEqual([`${recess} ${byChance} ${same}`]);
    expect(said(onRecess(0), inAll(1, 0), before)).toEqual([`${recess} ${byChance}`]);
    expect(said(onRecess(0), inAll(1, 0), again('received-all', [1], [0]))).toEqual([
      `${recess} ${byChance} ${same}`,
    ]);
    expect(said(onRecess(0), inAll(3, 0), before)[0]).toBe(`${recess} ${same}`);
    const [first, second] = said(onRecess(0), inAll(3, 0), before, again('received-all', [1], [2]));
    expect(first).toBe(recess);
    expect(second).toMatch(/ Det var få valg også i runden før\.$/);
    const onWork: Evidence = {
      kind: 'repeated',
      counts,
      of: 'received',
      criterionId: 'work',
      roundsAgo: [1],
      values: [0],
    };
    expect(said(onRecess(0), onWork)).toEqual([`${recess} ${byChance}`]);
  });

  test('tell of having been unchosen before rather than of few choices before', () => {
    const both = [again('received-all', [1, 2], [0, 1]), again('unchosen', [1], [0])];
    expect(said(inAll(3, 0), ...both)[0]).toMatch(/Det samme var tilfelle i runden før\.$/);
  });

  test.each([
    [[1], 'i runden før'],
    [[2], 'for 2 runder siden'],
    [[1, 2], 'i de 2 rundene før'],
    [[1, 3], 'i 2 tidligere runder'],
  ])('say when: %j is «%s»', (roundsAgo, when) => {
    expect(
      said(
        onRecess(0),
        again(
          'received',
          roundsAgo,
          roundsAgo.map(() => 0),
        ),
      )[0],
    ).toMatch(new RegExp(` Det samme var tilfelle ${when}\\.$`, 'u'));
  });
});

describe('other evidence in words', () => {
  test('is each a piece of its own', () => {
    const probability = 0.04;
    const unreturned = { given: 3, givenWhoAnswered: 3, classReturnable: 9, probability } as const;
    expect(
      said(
        { kind: 'no-mutual', counts, classReturned: 4, ...unreturned },
        { kind: 'no-mutual', counts, classReturned: 0, ...unreturned },
        { kind: 'no-mutual-over-rounds', counts, rounds: 2, givenWhoAnswered: 8, probability },
        {
          kind: 'received-over-rounds',
          counts,
          received: 1,
          before: 2,
          roundsAgo: 1,
          expected: 18,
          probability,
        },
        {
          kind: 'received-over-rounds',
          counts,
          received: 1,
          before: 0,
          roundsAgo: 2,
          expected: 18,
          probability,
        },
        { kind: 'chosen-only-by-unchosen', counts: false, choosers: 1 },
        { kind: 'chosen-only-outside', counts: false, choosers: 2 },
        { kind: 'fell', counts, before: 7, now: 2, expectedBefore: 3, expectedNow: 3, probability },
        { kind: 'own-fall', counts, score: 2.14, usual: 4, rounds: 3, deviation: 0.3 },
        { kind: 'says-bullied', counts },
        { kind: 'low-on-end', counts, scores: [2, 2.4, 1.25] },
        { kind: 'top-in-no-time', counts: false, answered: 12, secondsPerItem: 1.24 },
      ),
    ).toEqual([
      'Eleven valgte 3 medelever og ble ikke valgt tilbake av noen av dem. I klassen er 4 av 9 valg gjengjeldt, og da skjer det for omtrent 1 av 25 elever med så mange valg.',
      'Eleven valgte 3 medelever og ble ikke valgt tilbake av noen av dem.',
      'Ingen av de 8 valgene eleven gjorde i 2 runder på rad, ble gjengjeldt. Når valg gjengjeldes som ellers i klassen, skjer det for omtrent 1 av 25 elever.',
      'Valgt 3 ganger til sammen i denne runden og i runden før. Ved ren tilfeldighet ville det i snitt vært 18, og omtrent 1 av 25 elever i en slik klasse får så få valg.',
      'Valgt 1 gang til sammen i denne runden og for 2 runder siden. Ved ren tilfeldighet ville det i snitt vært 18, og omtrent 1 av 25 elever i en slik klasse får så få valg.',
      'Valgt av 1 medelev, som ingen andre valgte.',
      'Ikke valgt av noen i klassen, men av 2 elever utenfor klassen.',
      'Valgt av 2 medelever nå, mot 7 i runden før. Ved ren tilfeldighet har omtrent 1 av 25 elever en så stor nedgang.',
      'Eleven svarte i snitt 2,1 av 5 i siste trivselsrunde. Vanlig for eleven er 4, regnet ut fra 3 tidligere runder.',
      'Eleven svarte at andre har plaget eleven to eller tre ganger i måneden eller oftere.',
      'Lav trivsel i 3 runder på rad: 2 – 2,4 – 1,3 av 5, den siste først.',
      'Eleven ga det beste svaret på alle de 12 spørsmålene, på omtrent 1,2 sekunder hver. Svarene er kanskje ikke gjennomtenkt.',
    ]);
  });

  test('is told with what was so before', () => {
    const low: Evidence = { kind: 'companionship-low', counts, score: 2 };
    const unsafe: Evidence = { kind: 'safety-lowest', counts, items: 1 };
    const none: Evidence = { kind: 'gave-none', counts };
    const company = 'Eleven svarte 2 av 5 på å ha noen å være sammen med, der 5 er best.';
    const safety = 'Eleven ga det laveste svaret på 1 spørsmål om trygghet.';
    const chose = 'Eleven svarte «ingen» på alle spørsmål om hvem eleven ville velge.';
    expect(said(low, unsafe, none)).toEqual([company, safety, chose]);
    const was = (value: number) =>
      said(
        ...[low, unsafe, none],
        again('companionship-low', [1], [value]),
        again('safety-lowest', [2], [value]),
        again('gave-none', [1, 2], [0, 0]),
      );
    expect(was(1)).toEqual([
      `${company} Svaret var lavt også i runden før.`,
      `${safety} Det samme var tilfelle for 2 runder siden.`,
      `${chose} Det samme var tilfelle i de 2 rundene før.`,
    ]);
    expect(was(2).slice(0, 2)).toEqual([
      `${company} Det samme var tilfelle i runden før.`,
      `${safety} Svaret var lavt også for 2 runder siden.`,
    ]);
  });

  test('has against it what was chosen, returned and answered', () => {
    const against: CounterEvidence[] = [
      { kind: 'chosen', criterionId: 'work', received: 3, couldChoose: 23, expected: 3 },
      { kind: 'mutual', mutual: 2, given: 3 },
      { kind: 'companionship-fine', score: 5 },
      { kind: 'chosen-before', choosers: 4 },
    ];
    expect(againstSentences(against, bokmal, (id) => `om ${id}`)).toEqual([
      'Valgt av 3 av 23 om work.',
      'Eleven har 2 gjensidige valg.',
      'Eleven svarte 5 av 5 på å ha noen å være sammen med, der 5 er best.',
      'Valgt av 4 medelever i runden før.',
    ]);
  });
});
