import { askAside } from '#lib/ask-aside.ts';
import type { Picture, PictureRequest } from '@samhold/analysis';

/** Up to this many pupils the picture is drawn before anyone would notice that the page waits. */
const mostDrawnAtOnce = 60;

/** Whether the picture is drawn in a worker, so that the page answers while it is being drawn. */
export const isDrawnAside = (pupils: number, hasWorkers: boolean): boolean =>
  hasWorkers && pupils > mostDrawnAtOnce;

const pictureWorker = (): Worker =>
  new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });

/** Draws in a worker of its own. Returns what stops it. */
export const drawAside = (
  request: PictureRequest,
  done: (picture: Picture) => void,
  failed: () => void,
  start: () => Worker = pictureWorker,
): (() => void) => askAside(start, request, done, failed);
