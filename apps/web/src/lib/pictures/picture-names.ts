import type { pictures } from '@samhold/contract';

export type PictureId = (typeof pictures)[number];

const names: Readonly<Record<PictureId, string>> = {
  sun: 'sol',
  boat: 'båt',
  tree: 'tre',
  fish: 'fisk',
  house: 'hus',
  star: 'stjerne',
  apple: 'eple',
  key: 'nøkkel',
  bird: 'fugl',
  moon: 'måne',
  flower: 'blomst',
  bell: 'bjelle',
};

export const isPicture = (id: string): id is PictureId => id in names;

/** What a picture is called on paper and aloud; an id that is not one of the twelve keeps its own name. */
export const pictureName = (id: string): string => (isPicture(id) ? names[id] : id);
