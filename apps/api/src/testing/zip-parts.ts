import { inflateRawSync } from 'node:zlib';

/** Every file in a ZIP archive by its name, by the central directory, so that none is passed over. */
export const zipParts = (archive: Buffer): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>();
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const body = archive.subarray(start, start + size);
    const path = archive.toString('utf8', at + 46, at + 46 + (name ?? 0));
    parts.set(path, (method === 0 ? body : inflateRawSync(body)).toString('utf8'));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
};
