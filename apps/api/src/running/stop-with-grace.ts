import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { ProgressSteps } from './progress.ts';

export type Grace = {
  readonly drainSeconds?: number | undefined;
  readonly graceSeconds?: number | undefined;
};

/** Says that it is not ready, then takes no new connection, lets requests be answered, ends streams; cuts what is left. */
export const stopWithGrace = async (
  app: Pick<FastifyInstance, 'close' | 'server'>,
  progress: ProgressSteps,
  { drainSeconds = 0, graceSeconds = 10 }: Grace,
): Promise<void> => {
  progress.markStopping();
  if (drainSeconds > 0) await wait(drainSeconds * 1_000);
  progress.endLongAnswers();
  const cut = setTimeout(() => app.server.closeAllConnections(), graceSeconds * 1_000);
  await app.close();
  clearTimeout(cut);
};
