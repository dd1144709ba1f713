import { describe, expect, it } from 'vitest';
import { byNeed, stateSummary, type PupilState } from './pupil-states.ts';

const pupil = (label: string, state: PupilState) => ({ pupil: { pupilId: label, label }, state });

describe('the list of who has answered', () => {
  const pupils = [
    pupil('Ada', 'responded'),
    pupil('Bo', 'not_started'),
    pupil('Cecilie', 'locked'),
    pupil('David', 'not_started'),
  ];

  it('puts those who need the teacher first and keeps the order of names within a state', () => {
    expect(byNeed(pupils).map(({ pupil: { label } }) => label)).toEqual(['Cecilie', 'Bo', 'David', 'Ada']);
  });

  it('counts only the states somebody is in', () => {
    expect(stateSummary(pupils)).toBe('1 låst etter for mange forsøk · 2 ikke begynt · 1 har svart');
  });
});
