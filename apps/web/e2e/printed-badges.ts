import { inflateSync } from 'node:zlib';
import decodeQR from 'qr/decode.js';

/** Modules on the longer side of a square drawn for the decoder. */
const PIXELS_A_MODULE = 4;
const QUIET_ZONE = 4;

/** The streams of a PDF that are compressed text. */
const streamsOf = (pdf: Buffer): readonly string[] => {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap((begun) => {
    const start = begun.index + begun[0].length;
    try {
      return [inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1')];
    } catch {
      return [];
    }
  });
};

/** Black squares at whole places, as a picture with a white edge. */
const pictureOf = (squares: readonly (readonly [number, number])[]) => {
  const size = Math.max(...squares.flat()) + 1 + QUIET_ZONE;
  const side = size * PIXELS_A_MODULE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [x, y] of squares)
    for (let row = 0; row < PIXELS_A_MODULE; row += 1)
      for (let column = 0; column < PIXELS_A_MODULE; column += 1) {
        const pixel = (y * PIXELS_A_MODULE + row) * side + x * PIXELS_A_MODULE + column;
        data.fill(0, pixel * 4, pixel * 4 + 3);
      }
  return { width: side, height: side, data };
};

/** The text of a PDF string: UTF-16 in hexadecimal, or what stands between brackets. */
const textOf = (hex: string | undefined, plain: string | undefined): string =>
  hex === undefined
    ? (plain ?? '')
    : Buffer.from(hex, 'hex').swap16().toString('utf16le').replace('\uFEFF', '');

const described = /\/Alt (?:<([0-9A-F]+)>|\(([^)]*)\))([\s\S]*?)\nf\n/g;

/** What a camera would read of each badge on a printed sheet, by the pupil's label. */
export const readBadgeSheet = (pdf: Buffer): ReadonlyMap<string, string> => {
  const badges = new Map<string, string>();
  for (const stream of streamsOf(pdf)) {
    for (const [, hex, plain, drawing = ''] of stream.matchAll(described)) {
      const corners = [...drawing.matchAll(/^(\d+) (\d+) m$/gm)];
      const squares = corners.map(([, x, y]) => [Number(x), Number(y)] as const);
      badges.set(
        textOf(hex, plain).replace('QR-kode for ', ''),
        decodeQR(pictureOf(squares), { timeLimit: 2_000 }),
      );
    }
  }
  return badges;
};
