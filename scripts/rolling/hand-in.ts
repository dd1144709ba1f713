import { setTimeout as wait } from 'node:timers/promises';
import type { TabletRequest } from '../bench/tablets.ts';

export type HandedIn = {
  /** Requests that were acknowledged. */
  readonly acknowledged: number;
  /** Requests that had to be sent again before they were. */
  readonly sentAgain: number;
  /** What no number of tries got through. */
  readonly lost: readonly string[];
};

const TRIES = 40;
const PAUSE_MS = 250;

/** Sends as a tablet does: until it is acknowledged, with a pause after each time it was not. Answers the tries it took. */
const send = async (port: number, { path, token, body }: TabletRequest): Promise<number | string> => {
  let last = '';
  for (let tries = 1; tries <= TRIES; tries += 1) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'PUT',
        body,
        headers: {
          authorization: `Upload ${token}`,
          'content-type': 'application/json',
          origin: `http://127.0.0.1:${port}`,
        },
      });
      const text = await answer.text();
      if (answer.ok) return tries;
      last = `${answer.status} ${text}`;
    } catch (error) {
      last = String(error);
    }
    await wait(PAUSE_MS);
  }
  return last;
};

/** Every tablet hands in its requests one after the other, with a pause between, until it is enough or there are no more. */
export const handIn = async (
  port: number,
  tablets: readonly (readonly TabletRequest[])[],
  pauseMs: number,
  enough: () => boolean,
): Promise<HandedIn> => {
  let acknowledged = 0;
  let sentAgain = 0;
  const lost: string[] = [];
  await Promise.all(
    tablets.map(async (requests, place) => {
      await wait((place * 37) % pauseMs);
      for (const request of requests) {
        if (enough()) return;
        const outcome = await send(port, request);
        if (typeof outcome === 'string') lost.push(outcome);
        else {
          acknowledged += 1;
          if (outcome > 1) sentAgain += 1;
        }
        await wait(pauseMs);
      }
    }),
  );
  return { acknowledged, sentAgain, lost };
};
