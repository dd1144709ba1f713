import type { pictures } from '@samhold/contract';

export type PictureId = (typeof pictures)[number];

/** How many pictures make a code. */
export const codeLength = 3;

const all: Readonly<Record<PictureId, true>> = {
  sun: true,
  boat: true,
  tree: true,
  fish: true,
  house: true,
  star: true,
  apple: true,
  key: true,
  bird: true,
  moon: true,
  flower: true,
  bell: true,
};

// The record is checked against the contract by its type, so the keys are the pictures and no others.
export const pictureIds = Object.keys(all) as readonly PictureId[];
