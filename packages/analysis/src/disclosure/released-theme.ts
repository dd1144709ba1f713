import type { Level } from './count-system.ts';

/** How the answers of a group lie on the items of a theme taken together. */
export type ReleasedThemeRow = {
  readonly groupId: string;
  readonly level: Level;
  /** The units of the group, by id. */
  readonly of: readonly string[];
  /** Pupils on the list. */
  readonly size: number;
  /** Of the answers those above the middle of the scale, to the nearest twentieth, half up; null when it is hidden. */
  readonly shareAbove: number | null;
};

export type ReleasedTheme = {
  readonly themeId: string;
  /** The items whose answers are counted together. */
  readonly items: readonly string[];
  readonly rows: readonly ReleasedThemeRow[];
};
