import type { HandPlaces } from '@samhold/analysis';
import { afterMoves, type Moves } from './hand-history.ts';

export type Saving =
  { readonly state: 'saved' | 'saving' } | { readonly state: 'failed'; readonly why: unknown };

type Doors = {
  /** Keeps the moves; answers where everybody stands who was moved, by whomever. */
  readonly put: (sittingId: string, moves: Moves) => Promise<HandPlaces>;
  /** What is kept now, with what is not kept yet laid over it. */
  readonly kept: (sittingId: string, places: HandPlaces) => void;
  readonly told: (saving: Saving) => void;
  /** Waits so many ms, or until the reader wants to try again. */
  readonly wait: (ms: number) => Promise<unknown>;
};

const pauses = [2_000, 5_000, 10_000, 30_000];

/**
 * Keeps what is moved by hand: one request at a time, of each pupil the last place. What could not be kept is not lost: it
 * is tried again, with longer pauses, until it is.
 */
export const placeSaver = ({ put, kept, told, wait }: Doors): ((sittingId: string, moves: Moves) => void) => {
  const waiting = new Map<string, Moves>();
  let isRunning = false;

  const run = async (): Promise<void> => {
    isRunning = true;
    for (let failures = 0; ;) {
      const [next] = waiting;
      if (next === undefined) break;
      const [sittingId, sent] = next;
      if (failures === 0) told({ state: 'saving' });
      try {
        const places = await put(sittingId, sent);
        failures = 0;
        const newer = [...(waiting.get(sittingId) ?? [])].filter(([id, place]) => place !== sent.get(id));
        if (newer.length > 0) waiting.set(sittingId, new Map(newer));
        else waiting.delete(sittingId);
        kept(sittingId, afterMoves(places, new Map(newer)));
      } catch (why) {
        told({ state: 'failed', why });
        await wait(pauses[Math.min(failures, pauses.length - 1)] ?? 0);
        failures += 1;
      }
    }
    isRunning = false;
    told({ state: 'saved' });
  };

  return (sittingId, moves) => {
    waiting.set(sittingId, new Map([...(waiting.get(sittingId) ?? []), ...moves]));
    if (!isRunning) void run();
  };
};
