import { drawPicture } from './picture-request.ts';
import type { PictureRequest } from './picture-request.ts';

addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => postMessage(drawPicture(data)));
