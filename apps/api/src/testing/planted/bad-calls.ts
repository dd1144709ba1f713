import { accessTable, seats, type Seat } from '../../access/access-table.ts';
import type { Call } from '../call-of.ts';

/** Every place of a value that holds nothing more, and the value with something else there. */
const withLeaves = (value: unknown, other: string): readonly unknown[] => {
  if (typeof value !== 'object' || value === null) return [other];
  if (Array.isArray(value))
    return [
      other,
      ...value.flatMap((item: unknown, at) => withLeaves(item, other).map((one) => value.with(at, one))),
    ];
  return [
    { ...value, [other]: other },
    ...Object.entries(value).flatMap(([key, item]) =>
      withLeaves(item, other).map((one) => ({ ...value, [key]: one })),
    ),
  ];
};

const formWith = (name: string, file: string): FormData => {
  const form = new FormData();
  form.set('file', new Blob([file]), name);
  form.set(name, name);
  return form;
};

/**
 * Requests to a route that are wrong in one place each, with a text there that somebody might know: in the address, in each part of the body, as a name of
 * a part, in a body that cannot be read or is of another kind, and in a file.
 */
export const badCalls = (route: string, [path, options]: Call, name: string): readonly Call[] => {
  const [method = 'GET', pattern = ''] = route.split(' ');
  const coded = encodeURIComponent(name);
  const headers = { 'content-type': 'application/json' };
  const inPath: Call[] = pattern.includes(':')
    ? [[pattern.replaceAll(/:\w+/g, coded), { ...options, method }]]
    : [];
  if (method === 'GET')
    return [...inPath, [`${path}${path.includes('?') ? '&' : '?'}format=${coded}&${coded}=${coded}`]];
  const bodies: RequestInit[] = [
    { headers, body: `{"${name}": "${name}` },
    { headers: { 'content-type': 'text/plain' }, body: name },
    { body: formWith(`${name}.csv`, `${name};${name}\n"${name}`) },
  ];
  if (typeof options?.body === 'string' && options.body.startsWith('{'))
    bodies.push(
      ...withLeaves(JSON.parse(options.body), name).map((body) => ({ headers, body: JSON.stringify(body) })),
    );
  return [...inPath, ...bodies.map((body): Call => [path, { method, ...body }])];
};

/** They end the sessions that the others are asked with. */
const endsSessions = /sign-out|me\/sessions|DELETE \/api\/v1\/pupil-session|deactivate/;

/** Each route and somebody who may use it; the ones that end a session come last. */
export const routesAndSeats = (): readonly (readonly [route: string, seat: Seat])[] =>
  Object.entries(accessTable)
    .map(([route, row]) => [route, seats.find((seat) => row[seat] === 'allowed') ?? 'pupil'] as const)
    .toSorted(([a], [b]) => Number(endsSessions.test(a)) - Number(endsSessions.test(b)));
