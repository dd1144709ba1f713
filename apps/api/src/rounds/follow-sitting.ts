import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 2_000;
/** Then the browser asks again, and is held against its access anew. */
const LASTS_MS = 60_000;

type Following = {
  readonly everyMs?: number;
  readonly lastsMs?: number;
  /** Ends the stream at once; the browser comes back, to another server. */
  readonly ending?: AbortSignal | undefined;
};

/**
 * The status as server-sent events: at once, then each time it has changed, for a minute. The browser comes back by itself.
 * Ends without a word when `read` fails: the next request says why.
 */
export async function* followStatus(
  first: object,
  read: () => Promise<object>,
  { everyMs = LOOK_EVERY_MS, lastsMs = LASTS_MS, ending }: Following = {},
): AsyncGenerator<string> {
  yield 'retry: 1000\n\n';
  let shown = JSON.stringify(first);
  yield `data: ${shown}\n\n`;
  for (let looks = Math.ceil(lastsMs / everyMs) - 1; looks > 0; looks -= 1) {
    const goOn = await wait(everyMs, true, { ref: false, signal: ending }).catch(() => false);
    if (!goOn) return;
    const status = await read().catch(() => undefined);
    if (status === undefined) return;
    const text = JSON.stringify(status);
    // A comment keeps proxies from taking the silence for an end.
    yield text === shown ? ': unchanged\n\n' : `data: ${text}\n\n`;
    shown = text;
  }
}
