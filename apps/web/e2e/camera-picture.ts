import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

const [WIDTH, HEIGHT] = [640, 480];
const PIXELS_A_MODULE = 8;
const [DARK, LIGHT, NO_COLOUR] = [16, 235, 128];

/** A film of one picture, YUV4MPEG2 with 4:2:0, of a QR code that says `text`: what Chromium's pretended camera shows. */
export const filmQrCode = (file: string, text: string): void => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const light = Buffer.alloc(WIDTH * HEIGHT, LIGHT);
  const [left, top] = [WIDTH, HEIGHT].map((side) => Math.floor((side - size * PIXELS_A_MODULE) / 2));
  data.forEach((row, y) =>
    row.forEach((on, x) => {
      if (!on) return;
      for (let line = 0; line < PIXELS_A_MODULE; line += 1) {
        const from = ((top ?? 0) + y * PIXELS_A_MODULE + line) * WIDTH + (left ?? 0) + x * PIXELS_A_MODULE;
        light.fill(DARK, from, from + PIXELS_A_MODULE);
      }
    }),
  );
  const colour = Buffer.alloc((WIDTH * HEIGHT) / 2, NO_COLOUR);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, colour]);
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), frame, frame]),
  );
};
