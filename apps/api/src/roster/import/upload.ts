import { RosterMapping } from '@samhold/contract';
import { isUuid } from '@samhold/db';
import type { FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import { AppError } from '../../errors.ts';
import { refuseUpload } from '../../refuse-upload.ts';
import { uploadedSource, type RosterSource } from '../files/roster-source.ts';
import { sealUploads, uploadLimits } from '../files/sealed-upload.ts';
import { maximumFiles } from '../files/source-tables.ts';
import type { ReadingWish } from './imports.ts';

/** One byte more than is kept, so that a file too large is seen to be. */
export const multipartLimits = {
  fileSize: uploadLimits.file + 1,
  files: maximumFiles,
  fields: 4,
  fieldSize: 4_096,
};

const mappingOf = (text: string): RosterMapping => {
  try {
    const mapping: unknown = JSON.parse(text);
    if (Value.Check(RosterMapping, mapping)) return mapping;
  } catch {
    // Not JSON: refused below like any other mapping that is none.
  }
  throw new AppError('invalid_request', ['mapping']);
};

const wishOf = (fields: ReadonlyMap<string, string>): ReadingWish => {
  const [mapping, schoolYearId] = [fields.get('mapping'), fields.get('schoolYearId')];
  if (schoolYearId !== undefined && !isUuid(schoolYearId))
    throw new AppError('invalid_request', ['schoolYearId']);
  return {
    ...(mapping === undefined ? {} : { mapping: mappingOf(mapping) }),
    ...(schoolYearId === undefined ? {} : { schoolYearId }),
  };
};

/** The files of a form, in turn; its fields go into `fields` on the way. */
async function* filesOf(request: FastifyRequest, fields: Map<string, string>) {
  for await (const part of request.parts()) {
    if (part.type === 'field') fields.set(part.fieldname, String(part.value));
    else yield { name: part.filename, bytes: part.file as AsyncIterable<Buffer> }; // a byte stream
  }
}

/** Receives the files of a form and lends them to `work`; afterwards nothing of them is left. */
export const withUpload = async <T>(
  request: FastifyRequest,
  work: (source: RosterSource, wish: ReadingWish) => Promise<T>,
): Promise<T> => {
  if (!request.isMultipart()) throw new AppError('unsupported_media_type');
  const fields = new Map<string, string>();
  const uploads = await sealUploads(filesOf(request, fields)).catch((error: unknown) =>
    refuseUpload(request, error),
  );
  const source = await uploadedSource(uploads);
  try {
    return await work(source, wishOf(fields));
  } finally {
    await source.close();
  }
};
