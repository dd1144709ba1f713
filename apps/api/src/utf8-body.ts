/** Decodes a body, or refuses it: bytes that are no text would be stored as text nobody wrote. */
export const readUtf8 = (
  body: string | Buffer,
  refuse: (error: Error) => void,
  accept: (text: string) => void,
): void => {
  const text = (() => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body));
    } catch {
      return undefined;
    }
  })();
  if (text === undefined) refuse(Object.assign(new Error('not UTF-8'), { statusCode: 400 }));
  else accept(text);
};
