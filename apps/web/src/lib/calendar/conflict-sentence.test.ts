import type { PlanConflict, PlanRoundView } from '@samhold/contract';
import { describe, expect, it } from 'vitest';
import { conflictSentence, isAbout } from './conflict-sentence.ts';

const conflict: PlanConflict = {
  code: 'during_survey',
  kind: 'wellbeing',
  fromGrade: 5,
  toGrade: 7,
  opensOn: '2026-10-12',
  name: 'Elevundersøkelsen',
  startsOn: '2026-10-01',
  endsOn: '2026-11-30',
  count: null,
  limit: null,
  className: null,
};

describe('the sentence of a conflict', () => {
  it('names the grades, the survey and its days', () => {
    expect(conflictSentence(conflict)).toBe('5.–7. trinn har Elevundersøkelsen 1. oktober – 30. november.');
  });

  it('names the class of several grades that a survey splits', () => {
    expect(conflictSentence({ ...conflict, code: 'survey_in_mixed_class', className: '4/5B' })).toBe(
      'I 4/5B har noen av elevene Elevundersøkelsen 1. oktober – 30. november, og hele klassen svarer på denne runden samtidig.',
    );
  });

  it('says how far apart two rounds are and what the plan says', () => {
    const far: PlanConflict = {
      ...conflict,
      code: 'too_far',
      startsOn: '2026-09-21',
      endsOn: null,
      name: null,
      count: 10,
      limit: 8,
    };
    expect(conflictSentence(far)).toBe(
      '5.–7. trinn: 10 skoleuker siden forrige trivselsundersøkelse, som åpnet 21. september. Planen sier høyst 8.',
    );
  });

  it('counts what there was no room for', () => {
    const left: PlanConflict = { ...conflict, code: 'no_room', kind: 'sociogram', opensOn: null, count: 2 };
    expect(conflictSentence({ ...left, toGrade: 5 })).toBe(
      '5. trinn: det ble ikke plass til 2 sosiogrammer i det som er igjen av året.',
    );
  });
});

describe('a conflict', () => {
  const round: PlanRoundView = {
    roundId: null,
    kind: 'wellbeing',
    name: 'Trivsel 2',
    fromGrade: 1,
    toGrade: 7,
    opensOn: '2026-10-12',
    closesOn: '2026-10-19',
    state: 'planned',
  };

  it('stands beside the round of its kind, day and grades', () => {
    expect(isAbout(conflict, round)).toBe(true);
    expect(isAbout(conflict, { ...round, kind: 'sociogram' })).toBe(false);
    expect(isAbout(conflict, { ...round, toGrade: 4 })).toBe(false);
    expect(isAbout(conflict, { ...round, opensOn: '2026-10-13' })).toBe(false);
  });
});
