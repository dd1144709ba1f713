import type { Picture, PictureRequest } from '@samhold/analysis';

/** Up to this many pupils the picture is drawn before anyone would notice that the page waits. */
const mostDrawnAtOnce = 60;

/** Whether the picture is drawn in a worker, so that the page answers while it is being drawn. */
export const isDrawnAside = (pupils: number, hasWorkers: boolean): boolean =>
  hasWorkers && pupils > mostDrawnAtOnce;

const pictureWorker = (): Worker =>
  new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' });

/** Asks a worker of its own, which ends with the answer or when it is no longer wanted. */
export const askAside = <Asked, Answer>(
  start: () => Worker,
  asked: Asked,
  done: (answer: Answer) => void,
  failed: () => void,
): (() => void) => {
  const worker = start();
  const end = (): void => worker.terminate();
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    end();
    done(data);
  };
  worker.onerror = () => {
    end();
    failed();
  };
  worker.postMessage(asked);
  return end;
};

export const drawAside = (
  request: PictureRequest,
  done: (picture: Picture) => void,
  failed: () => void,
  start: () => Worker = pictureWorker,
): (() => void) => askAside(start, request, done, failed);
