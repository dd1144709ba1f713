import type { Audience, Thresholds } from './thresholds.ts';
import { audienceThresholds } from './thresholds.ts';

/**
 * Readers who may have seen the same: those of one tier are taken to have seen all that goes to any audience of it and
 * of the tiers after it. From the innermost to the widest.
 */
export const tiers = ['inner', 'pupils', 'councils', 'outer'] as const;
export type Tier = (typeof tiers)[number];

const tierOfAudience: Readonly<Record<Audience, Tier>> = {
  leadership: 'inner',
  gradeTeam: 'inner',
  staff: 'inner',
  environmentTeam: 'inner',
  class: 'pupils',
  classCouncil: 'pupils',
  pupilCouncil: 'pupils',
  parentCouncil: 'councils',
  board: 'councils',
  owner: 'outer',
  public: 'outer',
};

export const tierOf = (audience: Audience): Tier => tierOfAudience[audience];

/** Whether readers of the tier `reader` have seen what went to the tier `of`. */
export const hasSeen = (reader: Tier, of: Tier): boolean => tiers.indexOf(of) >= tiers.indexOf(reader);

/** From where a release to `audience` is looked at: its own tier first, then those further in. */
export const viewpointsOf = (audience: Audience): readonly Tier[] =>
  tiers.slice(0, tiers.indexOf(tierOf(audience)) + 1).toReversed();

const inner: readonly Audience[] = ['leadership', 'class', 'parentCouncil', 'owner'];

/** The lowest thresholds of a tier; all its audiences have the same. */
export const tierThresholds = (tier: Tier): Thresholds =>
  audienceThresholds[inner[tiers.indexOf(tier)] ?? 'owner'];

/** Staff may know every answer of one class, their own. */
export const knowsOwnClass = (tier: Tier): boolean => tier === 'inner';
