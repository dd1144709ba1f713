import { describe, expect, test } from 'vitest';
import { MANY, SCHOOL_HOURS, unusualReads, type Read } from './unusual.ts';

const read = (time: string, of: Partial<Read> = {}): Read => ({
  at: new Date(`2026-11-25T${time}:00+01:00`),
  day: '2026-11-25',
  staffId: 'a',
  subject: 'pupil 1',
  ofOthers: false,
  ...of,
});
const weekday = (): boolean => true;

const found = (reads: readonly Read[], isSchoolDay = weekday) =>
  unusualReads(reads, isSchoolDay).map(({ rule, staffId, reads: of }) => [rule, staffId, of.length]);

describe('P7: unusual readings', () => {
  test('of the own class, in school hours, a few at a time, are none', () => {
    expect(found([read('07:00'), read('12:00'), read('16:59')])).toEqual([]);
  });

  test('of the classes of others are told by person, the most first', () => {
    const others = [
      read('09:00', { ofOthers: true }),
      read('09:10', { ofOthers: true, staffId: 'b' }),
      read('10:00', { ofOthers: true, staffId: 'b' }),
      read('11:00', { staffId: 'b' }),
    ];
    expect(found(others)).toEqual([
      ['outside_own_classes', 'b', 2],
      ['outside_own_classes', 'a', 1],
    ]);
  });

  test('before and after the hours of a school day, by the clock in Norway, and on a day without school', () => {
    expect(SCHOOL_HOURS).toEqual({ from: '07:00', to: '17:00' });
    expect(found([read('06:59'), read('07:00'), read('17:00')])).toEqual([['outside_school_hours', 'a', 2]]);
    expect(found([read('12:00')], () => false)).toEqual([['outside_school_hours', 'a', 1]]);
    const summer = read('12:00', { at: new Date('2026-06-10T05:00:00Z'), day: '2026-06-10' });
    expect(found([summer])).toEqual([]);
  });

  const burst = (count: number, apartMinutes: number): readonly Read[] =>
    Array.from({ length: count }, (_, at) => ({
      ...read('09:00', { subject: `pupil ${at}` }),
      at: new Date(Date.UTC(2026, 10, 25, 8, 0, at * apartMinutes * 60)),
    }));

  test('many different within a short time are told, all of them together', () => {
    expect(MANY).toEqual({ subjects: 20, minutes: 10 });
    expect(found(burst(19, 0.1))).toEqual([]);
    expect(found(burst(20, 0.1))).toEqual([['many_at_once', 'a', 20]]);
    expect(found(burst(25, 0.5))).toEqual([['many_at_once', 'a', 25]]);
    expect(found(burst(60, 1))).toEqual([]);
  });

  test('the same one opened again and again is not many', () => {
    expect(found(burst(40, 0.1).map((one) => ({ ...one, subject: 'class 5A' })))).toEqual([]);
  });
});
