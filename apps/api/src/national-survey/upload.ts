import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';
import { refuseUpload } from '../refuse-upload.ts';

/** A download of one school is far below this; one of all schools in the country is above. */
const largest = 20 * 1024 * 1024;
export const multipartLimits = { fileSize: largest, files: 1, fields: 0 };

/** The one file of a form. The figures are public, so it is held in memory and never on the disk. */
export const uploadedBytes = async (request: FastifyRequest): Promise<Uint8Array> => {
  if (!request.isMultipart()) throw new AppError('unsupported_media_type');
  try {
    const file = await request.file();
    if (file === undefined) throw new AppError('invalid_request', ['file']);
    return await file.toBuffer();
  } catch (error) {
    return refuseUpload(request, error);
  }
};
