import type { GradeSociogram } from '@samhold/contract';

const inClass = 25;
const choicesEach = 5;

/** A grade of so many pupils in classes of 25, each of whom chooses four near in the class and one of the next class. */
export const madeGrade = (count: number): GradeSociogram => {
  const id = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
  const classOf = (at: number): number => Math.floor(at / inClass);
  const choicesOf = (at: number) =>
    Array.from({ length: choicesEach }, (_, k) => {
      const start = classOf(at) * inClass;
      const size = Math.min(inClass, count - start);
      return k === choicesEach - 1
        ? (at + inClass + (at % 7)) % count
        : start + ((at - start + k + 1 + (at % 3)) % size);
    }).filter((to) => to !== at);
  return {
    opening: {
      openingId: id(0),
      roundId: id(0),
      roundName: 'Sosiogram',
      grade: 5,
      reason: 'Måling',
      fromOn: '2026-01-01',
      untilOn: '2026-02-01',
      openedBy: 'Rektor',
      openedAt: '2026-01-01T08:00:00.000Z',
      endedAt: null,
      state: 'open',
    },
    acrossGrade: true,
    closedAt: '2026-01-01T08:00:00.000Z',
    pupils: Array.from({ length: count }, (_, at) => ({
      pupilId: id(at),
      label: `Elev${String(at)}`,
      className: `5${String.fromCharCode(65 + classOf(at))}`,
      responded: at % 20 !== 0,
    })),
    criteria: [
      {
        criterionId: 'recess',
        title: 'Friminutt',
        choices: Array.from({ length: count }, (_, at) =>
          choicesOf(at).map((to) => ({ from: id(at), to: id(to) })),
        ).flat(),
      },
    ],
  };
};
