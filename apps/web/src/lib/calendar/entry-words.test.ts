import { expect, it } from 'vitest';
import { responsibleText, rhythmText } from './entry-words.ts';

const entry = {
  ...{
    name: 'Elevråd',
    responsible: ['environment_team' as const],
    firstWeek: 4,
    everyWeeks: 4,
    times: null,
  },
  ...{ weekday: 4, weeksLong: 0, startsAt: null, minutes: null },
};

it.each([
  [{}, 'hver 4. skoleuke, torsdager'],
  [{ everyWeeks: 1, startsAt: '08:15', minutes: 45 }, 'hver skoleuke, torsdager kl. 08.15'],
  [{ times: 1 }, 'én gang i året, en torsdag'],
  [{ times: 2, weeksLong: 3 }, 'to ganger i året, tre skoleuker hver gang'],
  [{ times: 1, weeksLong: 1 }, 'én gang i året, en skoleuke'],
])('%j comes %s', (over, text) => {
  expect(rhythmText({ ...entry, ...over })).toBe(text);
});

it('names who sees to it', () => {
  expect(responsibleText(['leadership', 'social_teacher'])).toBe('ledelsen og sosiallærer');
});
