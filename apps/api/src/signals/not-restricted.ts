import { sql } from '@samhold/db';

/** Of a signal, called g: nothing recorded of its pupil is restricted. */
export const notRestricted = sql<boolean>`not exists (
  select from pupil_hold h where h.school_id = g.school_id and h.pupil_id = g.pupil_id
     and h.kind = 'restricted' and h.ended_at is null)`;
