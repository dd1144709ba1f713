/** Something asked for that an arrangement must keep. */
export type Demand =
  | { readonly kind: 'apart' | 'together'; readonly pupils: readonly [string, string] }
  | { readonly kind: 'sizes'; readonly sizes: readonly number[]; readonly pupils: number }
  | { readonly kind: 'number-of-groups'; readonly groups: number }
  | { readonly kind: 'number-of-seats'; readonly seats: number; readonly pupils: number }
  | { readonly kind: 'fixed-seat'; readonly pupil: string; readonly seat: string }
  | { readonly kind: 'near-front'; readonly pupil: string };

/**
 * Demands that cannot all be kept. `minimal`: without any one of them the rest can be kept; false when the search for
 * a smaller set was cut short.
 */
export type Conflict = { readonly demands: readonly Demand[]; readonly minimal: boolean };

/** Whether demands can all be kept; null when that was not settled. */
export type CanBeKept = (demands: readonly Demand[]) => boolean | null;

/**
 * A minimal conflicting set among demands that cannot all be kept, by the deletion filter: each demand in turn is left
 * out for good when the rest still cannot be kept (Chinneck & Dravnieks 1991). Null when they can be kept, or when
 * that was not settled.
 */
export function minimalConflict(demands: readonly Demand[], canBeKept: CanBeKept): Conflict | null {
  if (canBeKept(demands) !== false) return null;
  let minimal = true;
  let left = demands;
  for (const demand of demands) {
    const rest = left.filter((other) => other !== demand);
    const kept = canBeKept(rest);
    if (kept === false) left = rest;
    else if (kept === null) minimal = false;
  }
  return { demands: left, minimal };
}
