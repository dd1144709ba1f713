import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { accessTable, seats, type Seat } from '../../access/access-table.ts';
import type { Browser } from '../browser.ts';
import { callOf } from '../call-of.ts';
import type { Ids, SeatedSchool } from '../seated-school.ts';
import type { TestHouse } from '../test-house.ts';
import { fitting, hostileIds, spoilt } from './arbitrary-values.ts';
import { judge } from './judge.ts';
import { readOperations, type Operation } from './operations.ts';

export type Fault = { readonly request: number; readonly what: string; readonly fault: string };

export type Fuzz = {
  readonly house: TestHouse;
  /** The school that is asked, and others whose ids are tried in it. */
  readonly seated: SeatedSchool;
  readonly others: readonly SeatedSchool[];
  readonly requests: number;
  readonly seed: number;
};

/** They end the session they are called in, or give and take what the table goes by. */
const leftOut =
  /sign-out|pupil-session|relations|principal|activate|owner|staff\/:staffId|invitation|\/setup|sign-in|join|badge$/;
/** Removing what is not there is done already; a link is its own leave. */
const harmless = /^DELETE \/api\/v1\/(calendar\/periods|read-aloud\/clips)|\/feed\/|report-links|:grade$/;

type Kind = 'own' | 'other' | 'absent' | 'hostile';

const absent = (ids: Ids): Ids =>
  // The keys are those of the ids.
  Object.fromEntries(Object.keys(ids).map((key) => [key, randomUUID()])) as unknown as Ids;
const filled = (ids: Ids, text: string): Ids =>
  Object.fromEntries(Object.keys(ids).map((key) => [key, text])) as unknown as Ids;

const answerOf = async (browser: Browser, path: string, options: RequestInit | undefined) => {
  const response = await browser(path, options);
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
};

/**
 * Sends as many requests as asked for, each drawn anew: an operation, a seat, ids of one's own, of another school, of
 * nobody or of no kind, and a body that is right, fits, or nearly fits. What was deleted on the way is asked for again.
 * Returns what was wrong with the answers.
 */
export const runFuzz = async ({ house, seated, others, requests, seed }: Fuzz): Promise<readonly Fault[]> => {
  const operations = readOperations().filter(({ route }) => route in accessTable && !leftOut.test(route));
  const pool = [seated, ...others]
    .flatMap(({ ids }) => Object.values(ids))
    .filter((id) => /^[\da-f-]{36}$/.test(id));
  const bodies = new Map<
    string,
    { readonly fits: fc.Arbitrary<unknown>; readonly nearly: fc.Arbitrary<unknown> }
  >();
  const bodyOf = ({ route, body }: Operation, nearly: boolean, at: number): unknown => {
    if (body === undefined) return undefined;
    const made = bodies.get(route) ?? { fits: fitting(body, pool), nearly: spoilt(body, pool) };
    bodies.set(route, made);
    return fc.sample(nearly ? made.nearly : made.fits, { numRuns: 1, seed: seed + at })[0];
  };
  const draw = fc.record({
    operation: fc.constantFrom(...operations),
    seat: fc.constantFrom<Seat>(...seats),
    ids: fc.constantFrom<Kind>('own', 'own', 'own', 'other', 'absent', 'hostile'),
    hostileId: fc.constantFrom(...hostileIds),
    body: fc.constantFrom('right', 'fits', 'fits', 'nearly', 'nearly'),
  });
  const faults: Fault[] = [];
  for (let at = 0; at < requests; at += 1) {
    const [drawn] = fc.sample(draw, { numRuns: 1, seed: seed + at });
    if (drawn === undefined) continue;
    const { operation, seat, body } = drawn;
    const { route } = operation;
    const kind = drawn.ids === 'other' && others.length === 0 ? 'absent' : drawn.ids;
    const other = others[at % Math.max(1, others.length)] ?? seated;
    const ids = {
      own: () => seated.ids,
      other: () => other.ids,
      absent: () => absent(seated.ids),
      hostile: () => filled(seated.ids, drawn.hostileId),
    }[kind]();
    const [path, right] = callOf(house, seated, route, ids);
    const method = route.split(' ')[0] ?? 'GET';
    const value = body === 'right' ? undefined : bodyOf(operation, body === 'nearly', at);
    const options: RequestInit =
      value === undefined
        ? { method, ...right }
        : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
    const answered = await answerOf(seated.browserOf(seat), path, options);
    const byId = /:(?!grade|number|language)\w+/.test(route);
    const fault = judge(operation, answered, {
      refused: accessTable[route]?.[seat] !== 'allowed' && !harmless.test(route),
      // What every school has under the same id is one's own as well.
      notYours: byId && path !== callOf(house, seated, route, seated.ids)[0] && !harmless.test(route),
    });
    if (fault !== undefined)
      faults.push({
        request: at,
        what: `${seat}: ${method} ${path} ${JSON.stringify(value)?.slice(0, 300) ?? body}`,
        fault,
      });
  }
  return faults;
};
