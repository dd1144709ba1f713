import { describe, expect, it } from 'vitest';
import { classTraits } from './class-life.ts';
import { makeCohorts } from './cohorts.ts';
import type { DemoRound, DemoSchool, DemoSitting, RoundKind, StoryId } from './demo-school.ts';
import { generateDemoSchool } from './generate-demo-school.ts';
import { smallQuestionnaires } from './small-questionnaires.ts';

const seeds = [1, 2, 3, 4, 5, 6];
const schools = seeds.map((seed) =>
  generateDemoSchool({ seed, today: '2026-11-24', questionnaires: smallQuestionnaires }),
);

const roundsOf = (school: DemoSchool, kind: RoundKind): DemoRound[] =>
  school.thisYear.rounds.filter((round) => round.kind === kind);

const sittingOf = (round: DemoRound, className: string): DemoSitting => {
  const sitting = round.sittings.find((one) => one.className === className);
  if (sitting === undefined) throw new Error(`no sitting of ${className}`);
  return sitting;
};

const noteOf = (school: DemoSchool, id: StoryId): { className: string; pupilKey: string } => {
  const note = school.story.find((one) => one.id === id);
  if (note === undefined) throw new Error(`no story ${id}`);
  return { className: note.className, pupilKey: note.pupilKey ?? '' };
};

/** Nominator to chosen, per item. */
const tiesOf = (sitting: DemoSitting): Map<string, Map<string, readonly string[]>> => {
  const ties = new Map<string, Map<string, readonly string[]>>();
  for (const { pupilKey, answers } of sitting.responses) {
    for (const answer of answers) {
      const own = ties.get(answer.itemId) ?? new Map<string, readonly string[]>();
      ties.set(answer.itemId, own.set(pupilKey, answer.type === 'choices' ? answer.pupilKeys : []));
    }
  }
  return ties;
};

const choosersOf = (sitting: DemoSitting, pupil: string): string[] =>
  [...tiesOf(sitting).values()].flatMap((ties) =>
    [...ties].filter(([, chosen]) => chosen.includes(pupil)).map(([nominator]) => nominator),
  );

/** Scores given in a sitting to the items that pass, unscored and declined left out. */
const scoresOf = (
  sitting: DemoSitting,
  wanted: (item: { bullying?: boolean; companionship?: boolean }) => boolean,
  pupil?: string,
): number[] => {
  const grade = Number(sitting.className[0]);
  const items = grade <= 4 ? smallQuestionnaires.wellbeing[1] : smallQuestionnaires.wellbeing[7];
  return sitting.responses
    .filter(({ pupilKey }) => pupil === undefined || pupilKey === pupil)
    .flatMap(({ answers }) =>
      answers.flatMap((answer) => {
        const item = items.find(({ itemId }) => itemId === answer.itemId);
        if (answer.type !== 'option' || item === undefined || !wanted(item)) return [];
        return item.options?.find(({ optionId }) => optionId === answer.optionId)?.score ?? [];
      }),
    );
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the network of choices', () => {
  it('has six in ten choices mutual, give or take', () => {
    for (const school of schools) {
      let ties = 0;
      let mutual = 0;
      for (const round of [...school.lastYear.rounds, ...school.thisYear.rounds]) {
        if (round.kind !== 'sociogram') continue;
        for (const own of round.sittings.flatMap((sitting) => [...tiesOf(sitting).values()])) {
          for (const [nominator, chosen] of own) {
            const answered = chosen.filter((key) => own.has(key));
            ties += answered.length;
            mutual += answered.filter((key) => own.get(key)?.includes(nominator) === true).length;
          }
        }
      }
      expect(mutual / ties).toBeGreaterThan(0.5);
      expect(mutual / ties).toBeLessThan(0.65);
    }
  });

  it('has related criteria that are not the same', () => {
    const same: number[] = [];
    for (const sitting of schools.flatMap((school) => roundsOf(school, 'sociogram')[0]?.sittings ?? [])) {
      const [recess, work] = [...tiesOf(sitting).values()];
      for (const [nominator, chosen] of recess ?? []) {
        if (chosen.length === 0) continue;
        const other = work?.get(nominator) ?? [];
        same.push(chosen.filter((key) => other.includes(key)).length / chosen.length);
      }
    }
    expect(mean(same)).toBeGreaterThan(0.5);
    expect(mean(same)).toBeLessThan(0.95);
  });

  it('leaves few unchosen besides the planted', () => {
    for (const school of schools) {
      for (const round of roundsOf(school, 'sociogram')) {
        const unchosen = school.thisYear.classes.flatMap(({ name, pupils }) => {
          const sitting = sittingOf(round, name);
          return pupils.filter(
            ({ key, enrolledOn }) => enrolledOn <= round.opensOn && choosersOf(sitting, key).length === 0,
          );
        });
        expect(unchosen.length).toBeGreaterThanOrEqual(2);
        expect(unchosen.length).toBeLessThanOrEqual(12);
      }
    }
  });
});

describe('the planted pupils', () => {
  it('are chosen by nobody where the story says alone, present and answering', () => {
    for (const school of schools) {
      for (const id of ['alone-and-says-so', 'alone-and-does-not-say'] as const) {
        const { className, pupilKey } = noteOf(school, id);
        for (const round of roundsOf(school, 'sociogram')) {
          const sitting = sittingOf(round, className);
          expect(choosersOf(sitting, pupilKey)).toEqual([]);
          expect(sitting.responses.some((response) => response.pupilKey === pupilKey)).toBe(true);
        }
      }
    }
  });

  it('include one who says so, and one who does not, in every wellbeing round', () => {
    const company = (item: { companionship?: boolean }): boolean => item.companionship === true;
    for (const school of schools) {
      for (const round of roundsOf(school, 'wellbeing')) {
        const says = noteOf(school, 'alone-and-says-so');
        expect(scoresOf(sittingOf(round, says.className), company, says.pupilKey)).toEqual([1]);
        const silent = noteOf(school, 'alone-and-does-not-say');
        expect(scoresOf(sittingOf(round, silent.className), company, silent.pupilKey)).toEqual([5]);
      }
    }
  });

  it('include one who moved in between the sociograms and is unchosen in the second', () => {
    for (const school of schools) {
      const { className, pupilKey } = noteOf(school, 'alone-since-moving-in');
      const pupil = school.thisYear.classes
        .find(({ name }) => name === className)
        ?.pupils.find(({ key }) => key === pupilKey);
      const [before, after] = roundsOf(school, 'sociogram');
      if (before === undefined || after === undefined) throw new Error('two sociograms expected');
      expect((pupil?.enrolledOn ?? '') > before.closesOn).toBe(true);
      expect((pupil?.enrolledOn ?? '') < after.opensOn).toBe(true);
      expect(JSON.stringify(before)).not.toContain(pupilKey);
      expect(JSON.stringify(school.lastYear)).not.toContain(pupilKey);
      expect(choosersOf(sittingOf(after, className), pupilKey)).toEqual([]);
    }
  });

  it('include one chosen by three, and by none of those chosen in return', () => {
    for (const school of schools) {
      const { className, pupilKey } = noteOf(school, 'chosen-one-sidedly');
      for (const round of roundsOf(school, 'sociogram')) {
        const sitting = sittingOf(round, className);
        const choosers = new Set(choosersOf(sitting, pupilKey));
        expect(choosers.size).toBe(3);
        const own = [...tiesOf(sitting).values()].flatMap((ties) => ties.get(pupilKey) ?? []);
        expect(own.filter((key) => choosers.has(key))).toEqual([]);
      }
    }
  });

  it('include one who declines every item of every round', () => {
    for (const school of schools) {
      const { pupilKey } = noteOf(school, 'declines-everything');
      const responses = [...school.lastYear.rounds, ...school.thisYear.rounds].map((round) =>
        round.sittings.flatMap((sitting) => sitting.responses).find((one) => one.pupilKey === pupilKey),
      );
      expect(responses.every((one) => one?.answers.every(({ type }) => type === 'declined'))).toBe(true);
    }
  });
});

describe('the planted classes', () => {
  it('have wellbeing falling in 6B through the year, and more bullying than other classes on grades 5 to 7', () => {
    for (const school of schools) {
      const rounds = roundsOf(school, 'wellbeing');
      const ordinary = (item: { bullying?: boolean }): boolean => item.bullying !== true;
      const means = rounds.map((round) => mean(scoresOf(sittingOf(round, '6B'), ordinary)));
      expect(means).toEqual(means.toSorted((a, b) => b - a));
      expect((means[0] ?? 0) - (means[2] ?? 0)).toBeGreaterThan(0.15);
      const second = rounds[1];
      if (second === undefined) throw new Error('three rounds expected');
      const others = second.sittings
        .filter(({ className }) => className !== '6B' && Number(className[0]) >= 5)
        .map((sitting) => mean(scoresOf(sitting, (item) => item.bullying === true)));
      const bullying = mean(scoresOf(sittingOf(second, '6B'), (item) => item.bullying === true));
      expect(bullying).toBeLessThan(Math.min(...others));
    }
  });

  it('have 6B parted in two, more so in the second sociogram than last year', () => {
    for (const [index, school] of schools.entries()) {
      const seed = seeds[index] ?? 0;
      const cohort = makeCohorts(seed, new Set()).find(({ className }) => className === '6B');
      if (cohort === undefined) throw new Error('no 6B');
      const { side } = classTraits(seed, cohort);
      const sideOf = new Map(cohort.members.map(({ key }, i) => [key, side[i]]));
      const crossing = (sitting: DemoSitting): number => {
        const pairs = [...tiesOf(sitting).values()].flatMap((ties) =>
          [...ties].flatMap(([from, chosen]) => chosen.map((to) => sideOf.get(from) !== sideOf.get(to))),
        );
        return mean(pairs.map(Number));
      };
      const spring = school.lastYear.rounds.findLast(({ kind }) => kind === 'sociogram');
      const [, second] = roundsOf(school, 'sociogram');
      if (spring === undefined || second === undefined) throw new Error('sociograms expected');
      expect(crossing(sittingOf(spring, '5B'))).toBeGreaterThan(0.3);
      expect(crossing(sittingOf(second, '6B'))).toBeLessThan(0.15);
    }
  });

  it('have wellbeing in 3A higher now than at the start of last year', () => {
    for (const school of schools) {
      const start = school.lastYear.rounds[0];
      const now = school.thisYear.rounds.at(-1);
      if (start === undefined || now === undefined) throw new Error('rounds expected');
      const all = (): boolean => true;
      const rise = mean(scoresOf(sittingOf(now, '3A'), all)) - mean(scoresOf(sittingOf(start, '2A'), all));
      expect(rise).toBeGreaterThan(0.3);
    }
  });

  it('have under 60 per cent answering in 2B in the second sociogram only', () => {
    for (const school of schools) {
      const size = school.thisYear.classes.find(({ name }) => name === '2B')?.pupils.length ?? 0;
      const [before, after] = roundsOf(school, 'sociogram').map(
        (round) => sittingOf(round, '2B').responses.length / size,
      );
      expect(before).toBeGreaterThan(0.9);
      expect(after).toBeGreaterThan(0.4);
      expect(after).toBeLessThan(0.6);
    }
  });
});
