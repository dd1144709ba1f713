const framesOf = (stack: string | undefined): string =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n');

type Failure = Error & { readonly code?: unknown; readonly constraint?: unknown };

/**
 * What is written of a failure: its kind, its code and where it happened. Never its message: a database names the values
 * that collided, and a parser quotes what it could not read.
 */
const failure = ({ name, code, constraint, stack }: Failure) => ({
  type: name,
  message: typeof code === 'string' ? code : '',
  stack: framesOf(stack),
  ...(typeof constraint === 'string' ? { constraint } : {}),
});

/** What is written of a request: nothing. An address may hold a link that is a secret, and an id is somebody's. */
const request = () => ({});

export type LogStream = { readonly write: (line: string) => void };

/** Lines of JSON without a name, a secret, an address or a word anybody wrote. */
export const logSettings = (stream?: LogStream) => ({
  level: 'warn',
  base: null,
  serializers: { err: failure, req: request },
  ...(stream === undefined ? {} : { stream: { write: stream.write } }),
});
