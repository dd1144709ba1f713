import { describe, expect, it } from 'vitest';
import { layoutQuality } from '../layout/layout-quality.ts';
import { changeInWords } from './change-in-words.ts';
import { drawNetwork, drawPicture, pictureRequest } from './picture-request.ts';
import { tiesInWords } from './pupil-ties.ts';
import { shownNetwork } from './shown-network.ts';

type Choose = (k: number) => readonly number[];
const nobody: Choose = () => [];
const three: Choose = (k) => [k + 1, k + 2, k + 5];

/** A round of so many pupils; `answers` says who answered. */
const roundOf = (
  n: number,
  choose: Choose,
  {
    answers = () => true,
    label = (k: number) => `Elev ${k}`,
    first = 0,
  }: {
    readonly answers?: (k: number) => boolean;
    readonly label?: (k: number) => string;
    readonly first?: number;
  } = {},
) => {
  const ks = Array.from({ length: n }, (_, k) => k + first);
  const respondents = ks.filter(answers);
  return {
    pupils: ks.map((k) => ({ pupilId: `p${k}`, label: label(k), responded: answers(k) })),
    criteria: [
      {
        criterionId: 'recess',
        respondents: respondents.map((k) => `p${k}`),
        choices: respondents.flatMap((k) =>
          choose(k).map((to) => ({ from: `p${k}`, to: `p${first + ((to - first) % n)}` })),
        ),
      },
    ],
    givenOutside: [],
  };
};
const everyOther: Choose = (k) => Array.from({ length: 27 }, (_, step) => k + 1 + step);

const classes = {
  'without pupils': roundOf(0, nobody),
  'with one answer': roundOf(28, three, { answers: (k) => k === 3 }),
  'with everybody absent': roundOf(28, three, { answers: () => false }),
  'where all chose everyone': roundOf(28, everyOther),
  'where nobody chose anyone': roundOf(28, nobody),
  'of 40 with the same first name': roundOf(40, three, {
    label: (k) => `Abdirahman Mohammed ${k + 1}`,
  }),
};
const usual = roundOf(28, three);
const usualPicture = drawPicture(pictureRequest(shownNetwork(usual, null), null));
/** The usual round is drawn once for all. */
const drawn: typeof drawNetwork = (network, before) =>
  network.choices.length === 84 && network.pupils.length === 28 && before === null
    ? usualPicture
    : drawNetwork(network, before);

describe.each(Object.entries(classes))('a class %s', (_, round) => {
  it('is drawn in every way without overlap, and after a usual round too', () => {
    const [whole, before] = [shownNetwork(round, null), shownNetwork(usual, null)];
    const requests = [
      pictureRequest(whole, null, 'target'),
      pictureRequest(whole, null, 'network', [before]),
    ];
    for (const request of requests) {
      const picture = drawPicture(request, drawn);
      expect(picture.pupils).toHaveLength(round.pupils.length);
      expect(layoutQuality({ ...picture, ties: [] })).toMatchObject({ overlaps: 0, outside: 0 });
    }
  });

  it('has words for each pupil and for what has changed, and no name is cut so that two are alike', () => {
    const network = shownNetwork(round, null);
    for (const { pupilId } of network.pupils) expect(tiesInWords(network, pupilId).join(' ')).toMatch(/\.$/);
    expect(changeInWords(usual, round, null).basis[0]).toMatch(/^(Sammenlignet|Ingen svarte)/);
    const { pupils } = drawPicture(pictureRequest(network, null));
    expect(new Set(pupils.map(({ label }) => label)).size).toBe(pupils.length);
  });
});

it('of an absent class nothing is said but that nobody answered', () => {
  const absent = classes['with everybody absent'];
  expect(tiesInWords(shownNetwork(absent, null), 'p4')).toEqual([
    'Ingen andre har svart.',
    'Elev 4 har ikke svart, så egne valg er ikke kjent.',
  ]);
  expect(changeInWords(usual, absent, null)).toEqual({
    basis: ['Ingen svarte begge ganger, så valgene kan ikke sammenlignes.'],
    parts: [],
  });
});

it('a pupil who moved is told of once, and is in no pair that began or ended', () => {
  const after = roundOf(27, three, { first: 1 });
  const { parts } = changeInWords(usual, after, null);
  expect(parts.find(({ title }) => title === 'Kom og gikk')?.lines).toEqual([
    'Elev 0 var med forrige gang, men ikke nå.',
  ]);
  const others = parts.filter(({ title }) => title !== 'Kom og gikk').flatMap(({ lines }) => lines);
  expect(others.filter((line) => /\bElev 0\b/.test(line))).toEqual([]);
});
