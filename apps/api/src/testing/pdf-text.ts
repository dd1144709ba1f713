import { constants, inflateSync } from 'node:zlib';

type Letters = ReadonlyMap<number, string>;

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** The document's own bytes, and every stream in it that is deflated. */
const layersOf = (pdf: Buffer): readonly string[] => {
  const outside = pdf.toString('latin1');
  const streams = [...outside.matchAll(/stream\r?\n/g)].flatMap((mark) => {
    try {
      // What follows the stream is not part of it.
      const options = { finishFlush: constants.Z_SYNC_FLUSH };
      return [inflateSync(pdf.subarray(mark.index + mark[0].length), options).toString('latin1')];
    } catch {
      return [];
    }
  });
  return [outside, ...streams];
};

/** For each font, which letters its two-byte glyph numbers stand for. */
const fontsIn = (layer: string): readonly Letters[] =>
  [...layer.matchAll(/begincmap(.*?)endcmap/gs)].map(
    ([, map = '']) =>
      new Map(
        [...map.matchAll(/<(\w{4})> <(\w+)>/g)].map(([, glyph = '', letters = '']) => [
          Number.parseInt(glyph, 16),
          utf16(letters),
        ]),
      ),
  );

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const bytesOf = (written: string): Buffer =>
  Buffer.from(
    written.replace(/\\([0-7]{1,3}|.)/gs, (_whole, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    ),
    'latin1',
  );

/** The glyphs of each line that is drawn, whatever the distances between them. */
const linesIn = (layer: string): readonly Buffer[] =>
  [...layer.matchAll(/\[((?:\((?:\\.|[^\\)])*\)|[^\]])*)\] TJ/gs)].map(([, line = '']) =>
    Buffer.concat([...line.matchAll(/\(((?:\\.|[^\\)])*)\)/gs)].map(([, part = '']) => bytesOf(part))),
  );

const lettersOf = (line: Buffer, font: Letters): string =>
  Array.from({ length: line.length >> 1 }, (_, at) => font.get(line.readUInt16BE(at * 2)) ?? '\uFFFD').join(
    '',
  );

/**
 * Everything in a PDF of ours that can be read or searched: what is drawn, read with each of its fonts; the texts for those
 * who do not see it; and the bytes themselves.
 */
export const textOfPdf = (pdf: Buffer): string => {
  const layers = layersOf(pdf);
  const fonts = layers.flatMap(fontsIn);
  const drawn = layers.flatMap(linesIn).flatMap((line) => fonts.map((font) => lettersOf(line, font)));
  const spoken = layers.flatMap((layer) =>
    [...layer.matchAll(/<FEFF((?:\w{4})*)>/g)].map(([, hex = '']) => utf16(hex)),
  );
  return [...drawn, ...spoken, ...layers].join('\n');
};
