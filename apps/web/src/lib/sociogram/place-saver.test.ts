import type { HandPlaces } from '@samhold/analysis';
import { describe, expect, it } from 'vitest';
import { afterMoves, type Moves } from './hand-history.ts';
import { placeSaver, type Saving } from './place-saver.ts';

const to = (id: string, x: number): HandPlaces => new Map([[id, { x, y: 0 }]]);

/** A server that answers when let, and remembers what it was told. */
const openDesk = () => {
  const desk = {
    stored: new Map() as HandPlaces,
    sent: [] as Moves[],
    kept: new Map() as HandPlaces,
    states: [] as Saving['state'][],
    waits: [] as number[],
    fails: 0,
    answer: (): void => undefined,
  };
  const save = placeSaver({
    put: async (_, moves) => {
      desk.sent.push(moves);
      await new Promise<void>((resolve) => (desk.answer = resolve));
      if (desk.fails > 0) {
        desk.fails -= 1;
        throw new Error('offline');
      }
      desk.stored = afterMoves(desk.stored, moves);
      return desk.stored;
    },
    kept: (_, places) => (desk.kept = places),
    told: ({ state }) => desk.states.push(state),
    wait: (ms) => Promise.resolve(desk.waits.push(ms)),
  });
  const settle = async (): Promise<void> => {
    desk.answer();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { desk, save: (moves: Moves) => save('s', moves), settle };
};

describe('keeping what is moved by hand', () => {
  it('sends one request at a time, and of each pupil the last place', async () => {
    const { desk, save, settle } = openDesk();
    save(to('a', 1));
    save(to('a', 2));
    save(to('b', 3));
    save(to('a', 4));
    expect(desk.sent).toEqual([to('a', 1)]);
    await settle();
    expect(desk.kept).toEqual(new Map([...to('a', 4), ...to('b', 3)]));
    expect(desk.sent[1]).toEqual(new Map([...to('a', 4), ...to('b', 3)]));
    await settle();
    expect(desk.sent).toHaveLength(2);
    expect(desk.states).toEqual(['saving', 'saving', 'saved']);
  });

  it('tries again until it is kept, slower each time, and says so meanwhile', async () => {
    const { desk, save, settle } = openDesk();
    desk.fails = 5;
    save(to('a', 1));
    for (let time = 0; time < 6; time += 1) await settle();
    expect(desk.waits).toEqual([2_000, 5_000, 10_000, 30_000, 30_000]);
    expect(desk.states).toEqual(['saving', ...Array<string>(5).fill('failed'), 'saved']);
    expect(desk.stored).toEqual(to('a', 1));
  });

  it('sends with the next try what was moved while it failed', async () => {
    const { desk, save, settle } = openDesk();
    desk.fails = 1;
    save(to('a', 1));
    save(to('b', 2));
    await settle();
    await settle();
    expect(desk.stored).toEqual(new Map([...to('a', 1), ...to('b', 2)]));
    expect(desk.states.at(-1)).toBe('saved');
  });

  it('shows whom another teacher has moved, under what is not kept yet', async () => {
    const { desk, save, settle } = openDesk();
    desk.stored = new Map([...to('a', 8), ...to('c', 9)]);
    save(to('a', 1));
    save(new Map([['b', null]]));
    await settle();
    expect(desk.kept).toEqual(new Map([...to('a', 1), ...to('c', 9)]));
  });
});
