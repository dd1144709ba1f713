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

/** What a piece of a line is drawn with: glyphs, or letters where the glyphs alone do not tell them. */
type Piece = { readonly glyphs: Buffer } | { readonly letters: string };

const string = String.raw`\(((?:\\.|[^\\)])*)\)`;
const pieces = new RegExp(
  String.raw`\/ActualText (?:${string}|<FEFF(\w*)>).*?EMC|\[((?:\((?:\\.|[^\\)])*\)|[^\]])*)\] TJ|${string} Tj`,
  'gs',
);

/** Each line that is drawn, whatever the distances between its pieces. */
const linesIn = (layer: string): readonly (readonly Piece[])[] =>
  [...layer.matchAll(/\bBT\b(.*?)\bET\b/gs)].map(([, line = '']) =>
    [...line.matchAll(pieces)].map(([, spoken, spokenHex, spaced, plain]) => {
      if (spokenHex !== undefined) return { letters: utf16(spokenHex) };
      if (spoken !== undefined) return { letters: bytesOf(spoken).toString('latin1') };
      const written =
        spaced === undefined
          ? [plain ?? '']
          : [...spaced.matchAll(new RegExp(string, 'gs'))].map(([, part = '']) => part);
      return { glyphs: Buffer.concat(written.map(bytesOf)) };
    }),
  );

const lettersOf = (line: readonly Piece[], font: Letters): string =>
  line
    .map((piece) =>
      'letters' in piece
        ? piece.letters
        : Array.from(
            { length: piece.glyphs.length >> 1 },
            (_, at) => font.get(piece.glyphs.readUInt16BE(at * 2)) ?? '\uFFFD',
          ).join(''),
    )
    .join('');

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
