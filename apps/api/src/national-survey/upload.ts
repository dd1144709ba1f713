import { ClassFileMapping } from '@samhold/contract';
import type { FastifyRequest } from 'fastify';
import Value from 'typebox/value';
import { AppError } from '../errors.ts';
import { refuseUpload } from '../refuse-upload.ts';

/** A download of one school is far below this; one of all schools in the country is above. */
const largest = 20 * 1024 * 1024;
const largestClassFile = 5 * 1024 * 1024;
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

const largestMapping = 100_000;

const mappingIn = (value: unknown): ClassFileMapping => {
  if (typeof value !== 'string') throw new AppError('invalid_request', ['mapping']);
  let mapping: unknown;
  try {
    mapping = JSON.parse(value);
  } catch {
    throw new AppError('invalid_request', ['mapping']);
  }
  if (!Value.Check(ClassFileMapping, mapping)) throw new AppError('invalid_request', ['mapping']);
  return mapping;
};

/** The file of a form, and what its columns mean, which stands before it. */
export const uploadedClassFile = async (request: FastifyRequest) => {
  if (!request.isMultipart()) throw new AppError('unsupported_media_type');
  try {
    const file = await request.file({
      limits: { fileSize: largestClassFile, fields: 1, fieldSize: largestMapping },
    });
    if (file === undefined) throw new AppError('invalid_request', ['file']);
    const { mapping: part } = file.fields;
    const mapping =
      part === undefined || Array.isArray(part) || part.type !== 'field' ? undefined : part.value;
    return { bytes: await file.toBuffer(), mapping: mapping === undefined ? undefined : mappingIn(mapping) };
  } catch (error) {
    return refuseUpload(request, error);
  }
};
