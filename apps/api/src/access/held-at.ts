import { sql } from '@samhold/db';

/** Of a relation, called r: it is confirmed, and holds at the moment. */
export const heldAt = (at: Date) =>
  sql<boolean>`(r.confirmed_at is not null and r.from_at <= ${at} and (r.to_at is null or r.to_at > ${at}))`;
