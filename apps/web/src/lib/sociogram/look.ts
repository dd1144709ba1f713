import { sociogramViews, type SociogramView } from './views.ts';

/** How the sociogram is looked at, as it stands in the address. */
export type Look = {
  readonly view: SociogramView;
  /** All criteria together when null. */
  readonly criterionId: string | null;
  readonly mutualOnly: boolean;
};

/** From the address; what it does not say, or nobody asked for, is as on a page just opened. */
export const lookIn = (search: URLSearchParams, criteria: readonly string[]): Look => {
  const asked = search.get('criterion');
  return {
    view: sociogramViews.find(({ id }) => id === search.get('view'))?.id ?? 'network',
    criterionId: asked !== null && criteria.includes(asked) ? asked : null,
    mutualOnly: search.get('mutual') === '1',
  };
};

/** The end of an address that gives the same look again; empty for a page just opened. */
export const searchOf = ({ view, criterionId, mutualOnly }: Look): string => {
  const search = new URLSearchParams();
  if (view !== 'network') search.set('view', view);
  if (criterionId !== null) search.set('criterion', criterionId);
  if (mutualOnly) search.set('mutual', '1');
  return search.size === 0 ? '' : `?${search.toString()}`;
};
