import { setTimeout as wait } from 'node:timers/promises';
import { exchange, type Answer } from './exchange.ts';
import type { Sent } from './entries.ts';

export type Load = {
  readonly acknowledged: readonly Sent[];
  /** Answers that were no acknowledgement, and connections that gave none. */
  readonly refused: readonly (Answer | undefined)[];
  /** When the tablet that has waited longest was last acknowledged. */
  readonly allHeardAt: () => number;
  /** The tablets end when what they are at has been acknowledged. Throws what went wrong on the way. */
  readonly stop: () => Promise<void>;
};

export type Pace = {
  readonly tablets: number;
  /** Between an acknowledgement and the next response of the same tablet. */
  readonly pauseMs: number;
  /** Told of each response that was acknowledged before it is counted. */
  readonly note?: (sent: Sent) => void;
};

const AGAIN_AFTER_MS = 40;

const isReceipt = (answer: Answer | undefined): boolean =>
  answer?.status === 200 && answer.body.includes('"outcome":"stored"');

/**
 * Tablets that hand in one whole response after the other, each sent until it is acknowledged. Throws from `stop` when one is
 * not within a minute, or when they have run out of responses.
 */
export const startLoad = (
  port: number,
  responses: readonly Sent[],
  { tablets, pauseMs, note }: Pace,
): Load => {
  const waiting = [...responses];
  const acknowledged: Sent[] = [];
  const refused: (Answer | undefined)[] = [];
  let stopping = false;
  const handIn = async (sent: Sent): Promise<void> => {
    const until = performance.now() + 60_000;
    while (performance.now() < until) {
      const answer = await exchange(port, sent.request);
      if (isReceipt(answer)) {
        note?.(sent);
        acknowledged.push(sent);
        return;
      }
      refused.push(answer);
      await wait(AGAIN_AFTER_MS);
    }
    throw new Error('A response was not acknowledged within a minute.');
  };
  const heardAt = Array.from({ length: tablets }, () => 0);
  const tablet = async (_: unknown, place: number): Promise<void> => {
    while (!stopping) {
      const sent = waiting.pop();
      if (sent === undefined) throw new Error('The tablets have run out of responses.');
      await handIn(sent);
      heardAt[place] = performance.now();
      await wait(pauseMs);
    }
  };
  const playing = Promise.all(Array.from({ length: tablets }, tablet));
  playing.catch(() => undefined);
  return {
    acknowledged,
    refused,
    allHeardAt: () => Math.min(...heardAt),
    stop: async () => {
      stopping = true;
      await playing;
    },
  };
};
