import type { Chart } from './bench.ts';
import type { PlayedMinute } from './kommune-day.ts';

/** Latency and memory minute by minute. */
export const dayCharts = (name: string, minutes: readonly PlayedMinute[]): readonly Chart[] => {
  const along = (of: (minute: PlayedMinute) => number) =>
    minutes.map((minute, at): readonly [number, number] => [at + 1, of(minute)]);
  return [
    {
      name: `${name}-latency`,
      title: 'Latency of responses by minute',
      across: 'minute',
      up: 'ms',
      aim: 100,
      lines: [
        { what: 'evenly: median', points: along((minute) => minute.steadyP50) },
        { what: 'evenly: p99', points: along((minute) => minute.steadyP99) },
        { what: 'the last of those at the bell', points: along((minute) => minute.lastAtTheBell) },
      ],
    },
    {
      name: `${name}-memory`,
      title: 'Memory of the api by minute',
      across: 'minute',
      up: 'MiB',
      lines: [{ what: 'api', points: along((minute) => minute.memory / 2 ** 20) }],
    },
  ];
};
