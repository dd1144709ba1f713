import { keyOf, type Figure } from './figure.ts';
import type { Place } from './read-place.ts';

export type PlacedFigure = { readonly place: Place; readonly figure: Figure };

const below = { nation: 'county', county: 'municipality', municipality: 'school', school: null } as const;

const isPartOf = (part: Place, whole: Place): boolean => {
  if (whole.unit === 'nation') return true;
  return whole.unit === 'county'
    ? part.countyCode === whole.countyCode
    : part.municipalityCode === whole.municipalityCode;
};

/** Says of a wider unit's figure whether exactly one unit below it in the file is hidden, which could then be computed. */
export const tellsHidden = (all: readonly PlacedFigure[]): ((whole: PlacedFigure) => boolean) => {
  const hidden = Map.groupBy(
    all.filter(({ figure }) => figure.hidden === 'udir'),
    ({ figure }) => keyOf(figure),
  );
  return ({ place, figure }) => {
    const unit = below[place.unit];
    if (unit === null || figure.hidden !== null) return false;
    const parts = hidden.get(keyOf({ ...figure, unit })) ?? [];
    const other = parts.filter((part) => isPartOf(part.place, place));
    return new Set(other.map((part) => JSON.stringify(part.place))).size === 1;
  };
};

export const withdrawn = (figure: Figure): Figure => ({
  ...figure,
  hidden: 'few_units',
  score: null,
  deviation: null,
  share: null,
  answers: null,
  invited: null,
});
