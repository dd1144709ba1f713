import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AppError } from '../../errors.ts';

const megabyte = 1024 * 1024;
export const uploadLimits = { file: 60 * megabyte, total: 200 * megabyte };

const cipher = 'aes-256-ctr';
const blockBytes = 16;
const readBytes = 64 * 1024;

/** An uploaded file that can be read again and again, and that nobody can read from the disk. */
export type SealedUpload = {
  readonly size: number;
  /** The bytes from `start` up to, not including, `end`. */
  readonly read: (start?: number, end?: number) => Readable;
  readonly close: () => Promise<void>;
};

export type UploadedFile = { readonly name: string; readonly upload: SealedUpload };

/** Each file has a key of its own, so the counter can begin at nought. */
const counterAt = (block: number): Buffer => {
  const counter = Buffer.alloc(blockBytes);
  counter.writeBigUInt64BE(BigInt(block), 8);
  return counter;
};

/**
 * Keeps an upload in a temporary file that has no name and is encrypted under a key that exists only in memory: a roster
 * is larger than what the process should hold, and must not lie readable on a disk, nor outlive the process. The
 * ciphertext is not authenticated, since nobody else can open the file. Throws `body_too_large` past `limit` bytes.
 */
export const sealUpload = async (
  bytes: AsyncIterable<Buffer>,
  limit: number = uploadLimits.file,
): Promise<SealedUpload> => {
  const path = join(tmpdir(), `samhold-upload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  const key = randomBytes(32);
  let closing: Promise<void> | undefined;
  const close = () => {
    key.fill(0);
    closing ??= file.close();
    return closing;
  };
  let size = 0;
  try {
    await unlink(path);
    const sealing = createCipheriv(cipher, key, counterAt(0));
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > limit) throw new AppError('body_too_large');
      await file.writeFile(sealing.update(chunk));
    }
  } catch (error) {
    await close();
    throw error;
  }

  async function* opened(start: number, end: number) {
    const block = Math.floor(start / blockBytes);
    const opening = createDecipheriv(cipher, key, counterAt(block));
    let position = block * blockBytes;
    let surplus = start - position;
    while (position < end) {
      const sealed = Buffer.alloc(Math.min(readBytes, end - position));
      const { bytesRead } = await file.read(sealed, 0, sealed.length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      const clear = opening.update(sealed.subarray(0, bytesRead)).subarray(surplus);
      surplus = 0;
      if (clear.length > 0) yield clear;
    }
  }

  return {
    size,
    read: (start = 0, end = size) => Readable.from(opened(start, Math.min(end, size)), { objectMode: false }),
    close,
  };
};

/** Seals each part of an upload as it comes. Keeps none when one cannot be kept. */
export const sealUploads = async (
  parts: AsyncIterable<{ readonly name: string; readonly bytes: AsyncIterable<Buffer> }>,
): Promise<readonly UploadedFile[]> => {
  const files: UploadedFile[] = [];
  let left = uploadLimits.total;
  try {
    for await (const part of parts) {
      const upload = await sealUpload(part.bytes, Math.min(uploadLimits.file, left));
      left -= upload.size;
      files.push({ name: part.name, upload });
    }
    return files;
  } catch (error) {
    await Promise.all(files.map((file) => file.upload.close()));
    throw error;
  }
};
