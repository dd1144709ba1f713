import { describe, expect, it } from 'vitest';
import type { DemoRound, DemoSchool, DemoSitting, DemoYear } from './demo-school.ts';
import { generateDemoSchool } from './generate-demo-school.ts';
import { smallQuestionnaires } from './small-questionnaires.ts';

const today = '2026-11-24';
const make = (seed: number, day = today): DemoSchool =>
  generateDemoSchool({ seed, today: day, questionnaires: smallQuestionnaires });

const seeds = [1, 2, 3];
const schools = seeds.map((seed) => make(seed));
const first = make(1);

const years = (school: DemoSchool): DemoYear[] => [school.lastYear, school.thisYear];

type Setting = { year: DemoYear; round: DemoRound; sitting: DemoSitting; list: Set<string> };

const sittingsOf = (school: DemoSchool): Setting[] =>
  years(school).flatMap((year) =>
    year.rounds.flatMap((round) =>
      round.sittings.map((sitting) => {
        const pupils = year.classes.find(({ name }) => name === sitting.className)?.pupils ?? [];
        const list = pupils.filter(({ enrolledOn }) => enrolledOn <= round.opensOn).map(({ key }) => key);
        return { year, round, sitting, list: new Set(list) };
      }),
    ),
  );

describe('the people of the demo school', () => {
  it('is the same for the same seed and differs for another', () => {
    expect(make(1)).toEqual(first);
    const names = (school: DemoSchool): string[] =>
      school.thisYear.classes.flatMap(({ pupils }) => pupils.map((p) => p.givenName + p.familyName));
    expect(names(make(2))).not.toEqual(names(first));
  });

  it('keeps people and answers when only the day changes', () => {
    const other = make(1, '2027-03-09');
    const answers = (school: DemoSchool): unknown =>
      sittingsOf(school).map(({ sitting }) => [sitting.absent, sitting.responses]);
    expect(answers(other)).toEqual(answers(first));
    expect(other.thisYear.rounds[0]?.opensOn).not.toBe(first.thisYear.rounds[0]?.opensOn);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(first))).toEqual(first);
  });

  it('has 14 classes of 24 to 28 and about 360 pupils in each year', () => {
    for (const year of schools.flatMap(years)) {
      expect(year.classes.map(({ name }) => name).join(' ')).toBe(
        '1A 1B 2A 2B 3A 3B 4A 4B 5A 5B 6A 6B 7A 7B',
      );
      const sizes = year.classes.map(({ pupils }) => pupils.length);
      // One class of last year lacks the pupil who moved in this year.
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(year.label === '2026/2027' ? 24 : 23);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(28);
      const total = sizes.reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(340);
      expect(total).toBeLessThan(385);
    }
  });

  it('moves each class up one grade, with new first graders and last year’s seventh graders gone', () => {
    const pupilsOf = (year: DemoYear, name: string): string[] =>
      year.classes.find((one) => one.name === name)?.pupils.map(({ key }) => key) ?? [];
    const now = new Set(first.thisYear.classes.flatMap(({ pupils }) => pupils.map(({ key }) => key)));
    const before = new Set(first.lastYear.classes.flatMap(({ pupils }) => pupils.map(({ key }) => key)));
    expect(pupilsOf(first.lastYear, '1A')).toEqual(pupilsOf(first.thisYear, '2A'));
    expect(pupilsOf(first.lastYear, '6B')).toEqual(pupilsOf(first.thisYear, '7B'));
    expect(pupilsOf(first.lastYear, '7A').some((key) => now.has(key))).toBe(false);
    expect(pupilsOf(first.thisYear, '1B').some((key) => before.has(key))).toBe(false);
  });

  it('has a staff with one contact teacher per class and the posts of the school', () => {
    const relations = first.staff.flatMap((member) => member.relations);
    const count = (kind: string): number => relations.filter((relation) => relation.kind === kind).length;
    const taught = relations
      .filter(({ kind }) => kind === 'contact_teacher')
      .map(({ className }) => className);
    expect(taught).toEqual(first.thisYear.classes.map(({ name }) => name));
    expect(count('leadership')).toBe(2);
    for (const kind of [
      'substitute',
      'employee',
      'social_teacher',
      'environment_team',
      'administrator',
      'council_reader',
      'owner',
    ]) {
      expect(count(kind), kind).toBe(1);
    }
    expect(new Set(first.staff.map(({ key }) => key)).size).toBe(first.staff.length);
  });

  it('has an organisation number that fails the modulus 11 check', () => {
    const digits = [...first.school.organisationNumber].map(Number);
    const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0);
    expect(digits).toHaveLength(9);
    expect(digits[8]).not.toBe((11 - (sum % 11)) % 11);
  });
});

describe('the sittings', () => {
  it('gives no response to the absent, nor two to one pupil, nor one to anyone outside the class', () => {
    for (const { sitting, list } of schools.flatMap(sittingsOf)) {
      const answered = sitting.responses.map(({ pupilKey }) => pupilKey);
      expect(new Set(answered).size).toBe(answered.length);
      expect(answered.filter((key) => sitting.absent.includes(key))).toEqual([]);
      expect([...answered, ...sitting.absent].filter((key) => !list.has(key))).toEqual([]);
    }
  });

  it('has 2 to 8 per cent absent where a class has sat down', () => {
    for (const { sitting, list } of schools.flatMap(sittingsOf)) {
      if (sitting.state === 'not-started') continue;
      const share = sitting.absent.length / list.size;
      expect(share).toBeGreaterThanOrEqual(0.02);
      expect(share).toBeLessThanOrEqual(0.08);
    }
  });

  it('answers every item once, with an option, classmates or a refusal that the item allows', () => {
    for (const { year, round, sitting } of sittingsOf(first)) {
      const grade = year.classes.find(({ name }) => name === sitting.className)?.grade ?? 1;
      const items = smallQuestionnaires[round.kind][grade];
      for (const { answers } of sitting.responses) {
        expect(answers.map(({ itemId }) => itemId)).toEqual(items.map(({ itemId }) => itemId));
        answers.forEach((answer, index) => {
          const item = items[index];
          if (answer.type === 'declined') return;
          expect(answer.type === 'option').toBe(item?.type === 'choice');
          if (answer.type !== 'option') return;
          expect(item?.options?.map(({ optionId }) => optionId)).toContain(answer.optionId);
        });
      }
    }
  });

  it('has classmates only among the choices, at most five, none twice and never oneself', () => {
    for (const { sitting, list } of schools.flatMap(sittingsOf)) {
      for (const { pupilKey, answers } of sitting.responses) {
        for (const answer of answers) {
          if (answer.type !== 'choices') continue;
          expect(answer.pupilKeys.length).toBeGreaterThanOrEqual(1);
          expect(answer.pupilKeys.length).toBeLessThanOrEqual(5);
          expect(new Set(answer.pupilKeys).size).toBe(answer.pupilKeys.length);
          expect(answer.pupilKeys).not.toContain(pupilKey);
          expect(answer.pupilKeys.every((key) => list.has(key))).toBe(true);
        }
      }
    }
  });

  it('keeps to a smaller number of choices when the item says so', () => {
    const few = smallQuestionnaires.sociogram[1].map((item) => ({ ...item, maxChoices: 2 }));
    const school = generateDemoSchool({
      seed: 1,
      today,
      questionnaires: { ...smallQuestionnaires, sociogram: { ...smallQuestionnaires.sociogram, 1: few } },
    });
    const counts = sittingsOf(school)
      .filter(({ round, sitting }) => round.kind === 'sociogram' && sitting.className.startsWith('1'))
      .flatMap(({ sitting }) => sitting.responses.flatMap(({ answers }) => answers))
      .map((answer) => (answer.type === 'choices' ? answer.pupilKeys.length : 0));
    expect(Math.max(...counts)).toBe(2);
  });

  it('leaves 5A not started in the open round, four classes done and the others part-way', () => {
    const open = first.thisYear.rounds.at(-1);
    const states = open?.sittings.map(({ state }) => state) ?? [];
    expect(states.filter((state) => state === 'closed')).toHaveLength(4);
    expect(states.filter((state) => state === 'open')).toHaveLength(9);
    const waiting = open?.sittings.find(({ state }) => state === 'not-started');
    expect(waiting).toMatchObject({ className: '5A', heldOn: null, absent: [], responses: [] });
    for (const { round, sitting } of sittingsOf(first))
      if (round !== open) expect(sitting.state).toBe('closed');
  });

  it('says so when a choice item has no option', () => {
    const broken = [{ itemId: 'x', type: 'choice', theme: 't' }] as const;
    expect(() =>
      generateDemoSchool({
        seed: 1,
        today,
        questionnaires: {
          ...smallQuestionnaires,
          wellbeing: { ...smallQuestionnaires.wellbeing, 3: broken },
        },
      }),
    ).toThrow('choice item x');
  });
});
