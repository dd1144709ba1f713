import type { PartsReceipt, PutParts } from '@samhold/contract';
import { isUnavailable } from '@samhold/db';
import type { UploadCredential } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { handleRequest, type HandledRequest, type TabletRequest } from './handle-request.ts';
import { takeIn } from './take-in.ts';
import { together, type Settled } from './together.ts';
import * as queries from './upload-queries.ts';

const OVERTAKEN_TIMES = 3;

const isUniqueViolation = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '23505';

/** Two of the same pupil have to come one after the other. */
class SamePupil extends Error {}

/** Handles requests of tablets of one school in one transaction. */
const putAll = (
  deps: Dependencies,
  schoolId: string,
  requests: readonly TabletRequest[],
): Promise<readonly Settled<PartsReceipt>[]> =>
  deps.db.inScope(
    { schoolId },
    async (tx) => {
      const now = deps.now();
      const byToken = new Map(requests.map((request) => [request.tokenHash.toString('hex'), request]));
      const uploads = await queries.readUploads(
        tx,
        schoolId,
        requests.map(({ tokenHash }) => tokenHash),
        [...new Set(requests.flatMap(({ body }) => body.parts.map(({ number }) => number)))],
      );
      const pupils = new Set(uploads.map((upload) => `${upload.sitting_id} ${upload.pupil_id}`));
      if (byToken.size < requests.length || pupils.size < uploads.length) throw new SamePupil();
      const settled = new Map<TabletRequest, Settled<PartsReceipt>>();
      const all: HandledRequest[] = [];
      for (const upload of uploads) {
        const request = byToken.get(upload.token_hash.toString('hex'));
        if (request === undefined || upload.closing) continue;
        const handled = await handleRequest(tx, deps, schoolId, upload, request, now);
        settled.set(request, { result: handled.receipt });
        all.push(handled);
      }
      await takeIn(
        tx,
        deps,
        schoolId,
        all.flatMap(({ taken }) => taken ?? []),
        now,
      );
      if (all.length > 0)
        await queries.noteParts(
          tx,
          schoolId,
          all.map(({ heard }) => heard),
          now,
        );
      const isKnown = ({ tokenHash }: TabletRequest): boolean =>
        uploads.some(({ token_hash: token }) => token.equals(tokenHash));
      return requests.map(
        (request) =>
          settled.get(request) ?? {
            error: new AppError(isKnown(request) ? 'school_closing' : 'upload_unknown'),
          },
      );
    },
    { keepsPlans: true },
  );

/** Of a school at a time, and so many requests in one transaction. */
const BATCHES = { atOnce: 2, most: 25 };

/** How `putParts` gets to the database: what comes from tablets of one school at the same moment goes together. */
export const openPutParts = (deps: Dependencies) => {
  const putTogether = together<TabletRequest, PartsReceipt>(
    (schoolId, requests) => putAll(deps, schoolId, requests),
    isUnavailable,
    BATCHES,
  );
  /**
   * Takes parts of a pupil's response from a tablet, sealed, in any order and any number of times. Each part gets an outcome of
   * its own, the same whenever it comes again; one that is broken stands in no other's way.
   */
  return (
    { schoolId, tokenHash }: UploadCredential,
    responseId: string,
    body: PutParts,
  ): Promise<PartsReceipt> => {
    const numbers = body.parts.map(({ number }) => number);
    if (new Set(numbers).size < numbers.length) throw new AppError('invalid_request', ['parts']);
    const put = () => putTogether(schoolId, { tokenHash, responseId, body });
    // Two of the same part at the same moment: the one that came second finds the first when it looks again.
    const again =
      (left: number) =>
      async (error: unknown): Promise<PartsReceipt> => {
        if (!isUniqueViolation(error)) throw error;
        if (left === 0) throw new AppError('response_exists');
        return put().catch(again(left - 1));
      };
    return put().catch(again(OVERTAKEN_TIMES));
  };
};
