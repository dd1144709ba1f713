import { finished } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';

/** A download of one school is far below this; one of all schools in the country is above. */
const largest = 20 * 1024 * 1024;
export const multipartLimits = { fileSize: largest, files: 1, fields: 0 };

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && error.statusCode === 413;

/** Takes in what is left of a request that is refused: a browser reads no answer while it is still sending. */
const letFinish = async ({ raw }: FastifyRequest): Promise<void> => {
  if (raw.complete) return;
  raw.unpipe();
  raw.resume();
  await finished(raw).catch(() => undefined);
};

/** The one file of a form. The figures are public, so it is held in memory and never on the disk. */
export const uploadedBytes = async (request: FastifyRequest): Promise<Uint8Array> => {
  if (!request.isMultipart()) throw new AppError('unsupported_media_type');
  try {
    const file = await request.file();
    if (file === undefined) throw new AppError('invalid_request', ['file']);
    return await file.toBuffer();
  } catch (error) {
    await letFinish(request);
    throw isTooLarge(error) ? new AppError('body_too_large') : error;
  }
};
