/** Ways to look at the same choices. Words and tables name pupils in every row, so they go when names are hidden. */
export const sociogramViews = [
  { id: 'network', text: 'Nettverk', picture: true },
  { id: 'target', text: 'Målskive', picture: true },
  { id: 'matrix', text: 'Matrise', picture: false },
  { id: 'table', text: 'Tabell', picture: false },
  { id: 'sentences', text: 'Setninger', picture: false },
] as const;
export type SociogramView = (typeof sociogramViews)[number]['id'];

export const isPicture = (view: SociogramView): view is 'network' | 'target' =>
  view === 'network' || view === 'target';
