import type { SociogramLayout } from './sociogram.ts';

export type Displacement = {
  /** Mean distance between a pupil's two places, in px; null where no pupil is counted. */
  readonly mean: number | null;
  readonly pupils: number;
};

/**
 * How far pupils in unchanged surroundings moved from one picture to the next: the mean over the pupils in both whose
 * drawn ties are the same, direction and mutuality included. A pupil without ties in both is unchanged.
 */
export function displacement(before: SociogramLayout, after: SociogramLayout): Displacement {
  const [tiesBefore, tiesAfter] = [tiesByPupil(before), tiesByPupil(after)];
  const places = new Map(before.pupils.map((pupil) => [pupil.id, pupil]));
  const lengths = after.pupils.flatMap(({ id, x, y }) => {
    const place = places.get(id);
    if (place === undefined || tiesBefore.get(id) !== tiesAfter.get(id)) return [];
    const [dx, dy] = [x - place.x, y - place.y];
    return [Math.sqrt(dx * dx + dy * dy)];
  });
  const sum = lengths.reduce((total, length) => total + length, 0);
  return { mean: lengths.length === 0 ? null : sum / lengths.length, pupils: lengths.length };
}

/** A pupil's ties as one text; undefined for none. */
function tiesByPupil({ ties }: SociogramLayout): Map<string, string> {
  const found = new Map<string, string[]>();
  for (const { from, to, mutual } of ties) {
    const tie = JSON.stringify([from, to, mutual]);
    for (const id of [from, to]) found.set(id, [...(found.get(id) ?? []), tie]);
  }
  return new Map([...found].map(([id, own]) => [id, own.sort().join()]));
}
