import type { SociogramFileWish, SociogramRound } from '@samhold/contract';
import { expect } from 'vitest';
import { sociogramFile, type SociogramFile, type SociogramToSave } from './file-content.ts';

/** In alphabetical order, as they come from the database. The last has not answered. */
export const labels = [
  '+47 Ada',
  '-Bodil',
  '=1+1 Dina',
  '@Cecilie',
  'Abdirahman Mohammed',
  'Fred "Ola"; <b> & Co',
  'Ærlig Øye-Ås',
  'ليلى',
  'محمد عبدالله',
];
const idOf = (at: number): string => `00000000-0000-4000-8000-00000000000${at}`;
const pairs = (...ends: readonly string[]) =>
  ends.map((pair) => ({ from: idOf(Number(pair[0])), to: idOf(Number(pair[1])) }));

export const round: SociogramRound = {
  sitting: {
    sittingId: 'sitting',
    roundId: 'round',
    kind: 'sociogram',
    name: 'Høstrunde',
    state: 'closed',
    withClassCode: false,
    openedAt: '2026-11-20T08:00:00.000Z',
    closesAt: '2026-11-27T08:00:00.000Z',
    closedAt: '2026-11-24T10:00:00.000Z',
    listed: labels.length,
    responded: labels.length - 1,
  },
  pupils: labels.map((label, at) => ({ pupilId: idOf(at), label, responded: at < labels.length - 1 })),
  criteria: [
    {
      criterionId: 'recess',
      title: 'Friminutt',
      respondents: [],
      choices: pairs('01', '10', '12', '23', '34', '47', '74', '58', '65'),
    },
    {
      criterionId: 'work',
      title: 'Samarbeid',
      respondents: [],
      choices: pairs('01', '02', '20', '67', '76'),
    },
  ],
  givenOutside: [{ criterionId: null, pupilId: idOf(6), count: 2 }],
  places: [],
};

/** What these files are compared with: whom a pupil is said to choose, by name. */
export const expectedTies = (criteria: readonly string[], mutualOnly = false): ReadonlySet<string> => {
  const nameOf = new Map(round.pupils.map(({ pupilId, label }) => [pupilId, label]));
  const given = round.criteria
    .filter(({ criterionId }) => criteria.includes(criterionId))
    .flatMap(({ choices }) => choices.map(({ from, to }) => `${nameOf.get(from)} → ${nameOf.get(to)}`));
  const back = (tie: string): string => tie.split(' → ').toReversed().join(' → ');
  return new Set(mutualOnly ? given.filter((tie) => given.includes(back(tie))) : given);
};

export const both = ['recess', 'work'];

export const fileOf = (
  wish: Partial<SociogramFileWish> = {},
  changes: Partial<SociogramToSave> = {},
): SociogramFile =>
  sociogramFile(
    { schoolName: 'Fjellvik skole', className: '5A', rounds: [round], leftOut: new Set(), ...changes },
    { format: 'svg', view: 'network', ...wish },
  ) ?? expect.fail('There is such a criterion.');
