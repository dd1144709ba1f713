import { sql } from '@samhold/db';
import type { StaffActor } from '../access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { AppError } from '../errors.ts';
import { isListed } from '../rounds/listed-pupil.ts';
import { runnableSitting } from '../rounds/sittings.ts';
import { judgePart, type SentPart } from './judge-part.ts';
import { askedOf, takeIn } from './take-in.ts';
import * as queries from './upload-queries.ts';
import { keysOf } from './upload-token.ts';

type Held = { readonly token_hash: Buffer; readonly number: number; readonly sealed: Buffer };

/**
 * The teacher's word on answers that came after the class was done: they are taken in and the results computed anew, or they
 * are left out and what was sealed is thrown away. Deciding twice changes nothing more.
 */
export const decideLate = (
  deps: Dependencies,
  actor: StaffActor,
  sittingId: string,
  pupilId: string,
  include: boolean,
): Promise<void> =>
  deps.db.inScope(actor, async (tx) => {
    const { schoolId } = actor;
    await runnableSitting(tx, actor, sittingId);
    if (!(await isListed(tx, schoolId, sittingId, pupilId))) throw new AppError('not_found');
    const held = await sql<Held>`
      select p.token_hash, p.number, p.sealed
        from upload u
        join response_part p on p.school_id = u.school_id and p.token_hash = u.token_hash
       where u.school_id = ${schoolId} and u.sitting_id = ${sittingId} and u.pupil_id = ${pupilId} and p.outcome = 'held'
         and u.voided_at is null
       order by u.started_at, p.number
         for update of p`.execute(tx);
    if (include) {
      for (const { token_hash: tokenHash, sealed } of held.rows) {
        const [upload] = await queries.readUploads(tx, schoolId, [tokenHash], []);
        if (upload === undefined) continue;
        const keys = await keysOf(deps.keyring, schoolId, upload.wrapped_key);
        // Written by `putParts`, which had opened the part.
        const { responseId, ...part } = JSON.parse(sealed.toString('utf8')) as SentPart & {
          responseId: string;
        };
        const { questionnaire, context } = await askedOf(tx, schoolId, upload);
        const judged = judgePart(keys, responseId, part, questionnaire, context);
        if ('refusal' in judged) continue;
        await takeIn(
          tx,
          deps,
          schoolId,
          [{ upload, questionnaire, responseId, parts: [judged] }],
          deps.now(),
        );
      }
    }
    await sql`update response_part p set outcome = ${include ? 'stored' : 'left_out'}, sealed = null
        from upload u
       where u.school_id = ${schoolId} and u.sitting_id = ${sittingId} and u.pupil_id = ${pupilId}
         and u.voided_at is null and p.school_id = u.school_id and p.token_hash = u.token_hash and p.outcome = 'held'`.execute(
      tx,
    );
  });
