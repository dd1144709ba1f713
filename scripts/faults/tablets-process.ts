import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Sent } from './entries.ts';
import { isUnavailable } from './exchange.ts';
import { startLoad } from './load.ts';

export type TabletsPlan = {
  readonly port: number;
  readonly responses: readonly Sent[];
  readonly tablets: number;
  readonly pauseMs: number;
  /** A file to which each acknowledgement is written, and is on disk, before it is counted. */
  readonly ledger: string;
  readonly teacher: { readonly cookie: string; readonly classId: string };
};

export type TabletsReport = {
  readonly acknowledged: number;
  /** Openings of named data that were answered. */
  readonly opened: number;
  readonly sentAgain: number;
  /** Answers that were neither an acknowledgement nor the one that says that it is unavailable. */
  readonly other: readonly string[];
  readonly failure?: string;
};

const OPEN_EVERY_MS = 100;

/** A teacher who reads the picture cards of the class again and again: each time is an entry in the access log. */
const openAgainAndAgain = async (
  { port, teacher }: TabletsPlan,
  answered: (status: number) => void,
  ended: () => boolean,
): Promise<void> => {
  const url = `http://127.0.0.1:${port}/api/v1/classes/${teacher.classId}/picture-cards`;
  while (!ended()) {
    const signal = AbortSignal.timeout(20_000);
    const headers = { cookie: `__Host-samhold=${teacher.cookie}` };
    await fetch(url, { headers, signal })
      .then(async (answer) => {
        await answer.arrayBuffer();
        answered(answer.status);
      })
      .catch(() => undefined);
    await wait(OPEN_EVERY_MS);
  }
};

const play = (plan: TabletsPlan) => {
  const ledger = openSync(plan.ledger, 'a');
  const note = (line: object): void => {
    writeSync(ledger, `${JSON.stringify(line)}\n`);
    fsyncSync(ledger);
  };
  const { port, responses, tablets, pauseMs } = plan;
  const load = startLoad(port, responses, {
    ...{ tablets, pauseMs },
    note: ({ responseId, hash }) => note({ responseId, hash }),
  });
  const held = { opened: 0, ended: false };
  const other: string[] = [];
  const answered = (status: number): void => {
    if (status === 200) {
      note({ opened: plan.teacher.classId });
      held.opened += 1;
    } else if (status !== 503) other.push(`an opening was answered ${status}`);
  };
  const opening = openAgainAndAgain(plan, answered, () => held.ended);
  const report = (): TabletsReport => ({
    acknowledged: load.acknowledged.length,
    opened: held.opened,
    sentAgain: load.refused.length,
    other: [
      ...other,
      ...load.refused
        .filter((answer) => answer !== undefined && !isUnavailable(answer))
        .map((answer) => `a response was answered ${answer?.status} ${answer?.body}`),
    ],
  });
  return {
    report,
    stop: async (): Promise<TabletsReport> => {
      const failure = await load.stop().then(
        () => undefined,
        (error: unknown) => String(error),
      );
      held.ended = true;
      await opening;
      closeSync(ledger);
      return { ...report(), ...(failure === undefined ? {} : { failure }) };
    },
  };
};

// What counts acknowledgements is a process of its own, and the only one that is not killed.
let playing: ReturnType<typeof play> | undefined;
process.on('message', (message: TabletsPlan | 'report' | 'stop') => {
  if (typeof message === 'object') playing = play(message);
  if (message === 'stop') void playing?.stop().then((report) => process.send?.(report));
  else process.send?.(playing?.report());
});
process.on('disconnect', () => process.exit(0));
