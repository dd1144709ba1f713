import { layoutSociogram } from '@samhold/analysis';
import type { SociogramInput, SociogramLayout, SociogramOptions } from '@samhold/analysis';

export type PictureRequest = {
  /** All criteria together. */
  readonly whole: SociogramInput;
  /** One criterion, which starts from the whole picture so that a pupil stays near the same place; null for the whole. */
  readonly criterion: SociogramInput | null;
  readonly options: SociogramOptions;
};

export const drawPicture = ({ whole, criterion, options }: PictureRequest): SociogramLayout => {
  const picture = layoutSociogram(whole, options);
  if (criterion === null) return picture;
  const previous = new Map(picture.pupils.map(({ id, x, y }) => [id, { x, y }]));
  return layoutSociogram({ ...criterion, previous }, options);
};
