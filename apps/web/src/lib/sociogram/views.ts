/** Ways to look at the same choices. */
export const sociogramViews = [
  { id: 'network', text: 'Nettverk' },
  { id: 'target', text: 'Målskive' },
  { id: 'matrix', text: 'Matrise' },
  { id: 'table', text: 'Tabell' },
  { id: 'sentences', text: 'Setninger' },
] as const;
export type SociogramView = (typeof sociogramViews)[number]['id'];

/** The others name pupils in every row, so they go when names are hidden. */
export const isPicture = (view: SociogramView): view is 'network' | 'target' =>
  view === 'network' || view === 'target';
