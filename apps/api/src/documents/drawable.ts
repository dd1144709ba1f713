/** Stands where a character was that no font here has; what shows nothing by itself is left out. */
const NOT_DRAWN = '□';

const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0' };

/** A text as Rust writes it in an error. */
const unescaped = (text: string): string =>
  text.replaceAll(/\\u\{([\da-f]+)\}|\\(.)/gu, (_all, hex: string | undefined, one: string | undefined) =>
    hex === undefined ? (named[one ?? ''] ?? one ?? '') : String.fromCodePoint(Number.parseInt(hex, 16)),
  );

/** The characters a compiler says that it cannot draw: a text that is read aloud must be one that can be shown. */
export const refusedCharacters = (error: unknown): readonly string[] =>
  error instanceof Error
    ? [...error.message.matchAll(/(?:the text|codepoint) `\\"(.+?)\\"`/gu)].map(([, text = '']) =>
        unescaped(unescaped(text)),
      )
    : [];

/** The same content without these characters. Half of a character is none in any case. */
export const withoutCharacters = (content: string, refused: readonly string[]): string =>
  JSON.stringify(
    JSON.parse(content, (_key, value: unknown) =>
      typeof value === 'string'
        ? refused.reduce(
            (text, one) => text.replaceAll(one, /^\p{C}+$/u.test(one) ? '' : NOT_DRAWN),
            value.toWellFormed(),
          )
        : value,
    ),
  );
