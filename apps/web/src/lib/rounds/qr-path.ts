import { encode } from 'uqr';

export type QrPath = { readonly size: number; readonly path: string };

/** A QR code as one SVG path of unit squares joined along rows, with the quiet zone of four squares that scanners need. */
export const qrPath = (text: string): QrPath => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const runs: string[] = [];
  data.forEach((row, y) => {
    let start = 0;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] === true) continue;
      if (x > start) runs.push(`M${start} ${y}h${x - start}v1h${start - x}z`);
      start = x + 1;
    }
  });
  return { size, path: runs.join('') };
};
