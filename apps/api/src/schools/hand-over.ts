import { createHash } from 'node:crypto';
import { sql, writeSealedArchive, type SchoolSealer, type Tx } from '@samhold/db';
import { logOpening } from '../access/log.ts';
import { handedOver, type HandedFile } from './handed-over.ts';
import { ClosingRefused, OPERATOR, type OperatorDeps } from './operator.ts';
import { closingOf } from './closing.ts';
import { recordsHash } from './records-hash.ts';

export type HandOver = {
  readonly bytes: number;
  /** Of the encrypted file. */
  readonly sha256: string;
  /** Of the manifest in it. */
  readonly manifest: string;
  readonly files: number;
  /** Cases whose line of entries does not hold; they are handed over as they stand. */
  readonly broken: readonly string[];
};

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

type Made = { manifest: Buffer; files: number; readonly broken: string[] };

/** The files and, last, their manifest. */
async function* withManifest(
  tx: Tx,
  sealer: SchoolSealer,
  schoolId: string,
  now: Date,
  made: Made,
): AsyncGenerator<HandedFile> {
  const school = await tx
    .selectFrom('school')
    .select(['name', 'organisation_number'])
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();
  const listed: { name: string; bytes: number; sha256: string }[] = [];
  const tellBroken = (reference: string): void => void made.broken.push(reference);
  for await (const file of handedOver(tx, sealer, { schoolId, name: school.name }, now, tellBroken)) {
    listed.push({ name: file.name, bytes: file.bytes.length, sha256: sha256(file.bytes).toString('hex') });
    yield file;
  }
  const head = { format: 'samhold-hand-over 1', school: school.name, number: school.organisation_number };
  const manifest = { ...head, madeAt: now.toISOString(), broken: made.broken, files: listed };
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  made.manifest = sha256(bytes);
  made.files = listed.length;
  yield { name: 'manifest.json', bytes };
}

/**
 * Writes what is kept of a school that closes to `file`, as it stands at one moment, encrypted to the public key of whoever
 * takes it over; and notes its hash, without which the school is not deleted. Again is another hand-over, in place of the one
 * before. Throws ClosingRefused.
 */
export const handOverSchool = async (
  { db, keyring, now: clock }: OperatorDeps,
  schoolId: string,
  { file, recipient }: { readonly file: string; readonly recipient: string },
): Promise<HandOver> => {
  const now = clock();
  await db.inScope({ schoolId }, async (tx) => {
    if ((await closingOf(tx, schoolId)) === undefined) throw new ClosingRefused('not_closing');
    // Before the log is read, so that it stands in it.
    await logOpening(tx, { schoolId, staffId: OPERATOR, relations: [] }, now, {
      ...{ action: 'school.handed_over', subjectKind: 'school', subjectId: schoolId },
      purpose: `to ${recipient}`,
    });
  });
  const { made, written } = await db.inScope({ schoolId }, async (tx, sealer) => {
    await sql`set transaction isolation level repeatable read`.execute(tx);
    const so: Made = { manifest: Buffer.alloc(0), files: 0, broken: [] };
    const files = withManifest(tx, await sealer(), schoolId, now, so);
    const archive = await writeSealedArchive(file, { recipient, keyring, at: now }, files);
    return { made: so, written: { ...archive, records: await recordsHash(tx, schoolId) } };
  });
  await db.inScope({ schoolId }, async (tx) => {
    const noted = await tx
      .updateTable('school_closing')
      .set({
        ...{ exported_at: now, export_hash: written.sha256, export_manifest_hash: made.manifest },
        records_hash: written.records,
      })
      .where('school_id', '=', schoolId)
      .executeTakeFirst();
    if (noted.numUpdatedRows !== 1n) throw new ClosingRefused('not_closing');
  });
  const { files, broken } = made;
  return {
    ...{ bytes: written.bytes, sha256: written.sha256.toString('hex'), files, broken },
    manifest: made.manifest.toString('hex'),
  };
};
