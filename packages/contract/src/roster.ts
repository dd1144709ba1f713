import type { Static } from 'typebox';
import { Count, Shape } from './shared-shapes.ts';

/** What a roster file changed. */
export const RosterReceipt = Shape({
  classes: Count,
  added: Count,
  moved: Count,
  leaving: Count,
  unchanged: Count,
});
export type RosterReceipt = Static<typeof RosterReceipt>;
