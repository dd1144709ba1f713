import { drawPicture, type PictureRequest } from '@samhold/analysis';

addEventListener('message', ({ data }: MessageEvent<PictureRequest>) => postMessage(drawPicture(data)));
