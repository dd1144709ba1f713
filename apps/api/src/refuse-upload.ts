import { finished } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { AppError } from './errors.ts';

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 413;

/** Takes in what is left of a request that is refused: a browser reads no answer while it is still sending. */
const letFinish = async ({ raw }: FastifyRequest): Promise<void> => {
  if (raw.complete) return;
  raw.unpipe();
  raw.resume();
  await finished(raw).catch(() => undefined);
};

/** Refuses a form with files that could not be taken in, with `body_too_large` when it is that. */
export const refuseUpload = async (request: FastifyRequest, error: unknown): Promise<never> => {
  await letFinish(request);
  throw isTooLarge(error) ? new AppError('body_too_large') : error;
};
