import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { accessTable, seats, type Seat } from '../../access/access-table.ts';
import type { Browser } from '../browser.ts';
import { callOf } from '../call-of.ts';
import type { Ids, SeatedSchool } from '../seated-school.ts';
import { streamText } from '../stream-text.ts';
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
  /** Ids of another class of the school and of a pupil there. */
  readonly otherClass: Pick<Ids, 'classId' | 'pupilId'>;
  readonly requests: number;
  readonly seed: number;
};

/** They end the session they are called in, or give and take what the table goes by. */
const leftOut =
  /sign-out|me\/sessions|pupil-session|relations|principal|activate|owner|staff\/:staffId|invitation|\/setup|sign-in|join|badge$/;
/** Removing what is not there is done already; a link is its own leave. */
const harmless = /^DELETE \/api\/v1\/(calendar\/periods|read-aloud\/clips)|\/feed\/|report-links|:grade$/;

/** What takes something away, after which it is asked for once more. */
const takesAway = /^DELETE |\/(remove|end|discard|withdraw|revoke|put-aside)$/;

type Kind = 'own' | 'other class' | 'other school' | 'absent' | 'hostile';

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
    text: await streamText(response),
  };
};

/** Seats of one class only. */
const ofOneClass: readonly Seat[] = ['contact teacher of the class', 'substitute of the class'];

/** Who a seat is to the other class of the school. */
const mirrored = (seat: Seat): Seat =>
  seat === 'contact teacher of another class' ? 'contact teacher of the class' : seat;

/** Of a route that is not the one asked for only what holds of all. */
const anyOf = (operation: Operation): Operation => ({
  ...operation,
  declared: { has: () => true },
  faultOf: () => undefined,
});

type Asked = {
  readonly operation: Operation;
  readonly seat: Seat;
  readonly kind: Kind;
  readonly ids: Ids;
  /** Undefined for the body that is right. */
  readonly value?: unknown;
};

/** Asks, and judges the answer. */
const ask = async ({ house, seated }: Fuzz, { operation, seat, kind, ids, value }: Asked) => {
  const { route } = operation;
  const [path, right] = callOf(house, seated, route, ids);
  const method = route.split(' ')[0] ?? 'GET';
  const options: RequestInit =
    value === undefined
      ? { method, ...right }
      : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
  const answered = await answerOf(seated.browserOf(seat), path, options);
  const byId = /:(?!grade|number|language)\w+/.test(route);
  // What every school has under the same id is one's own as well.
  const isAnother = byId && path !== callOf(house, seated, route, seated.ids)[0];
  const row = accessTable[route];
  const isNeighbours =
    ofOneClass.includes(seat) && row?.['contact teacher of another class'] !== 'allowed' && isAnother;
  // Two points in an address are taken away by whoever sends it: another route is asked.
  const isElsewhere = new URL(path, 'http://any').pathname !== path.split('?')[0];
  const fault = judge(isElsewhere ? anyOf(operation) : operation, answered, {
    refused:
      !isElsewhere &&
      row?.[kind === 'other class' ? mirrored(seat) : seat] !== 'allowed' &&
      !harmless.test(route),
    notYours: !isElsewhere && (kind === 'other class' ? isNeighbours : isAnother) && !harmless.test(route),
  });
  const what = `${seat}: ${method} ${path} ${JSON.stringify(value)?.slice(0, 300) ?? ''}`;
  return { status: answered.status, fault: fault === undefined ? [] : [{ what, fault }] };
};

/** The routes that read what this one took away. */
const readersOf = (operations: readonly Operation[], { route }: Operation): readonly Operation[] => {
  const named = route.match(/:\w+/g) ?? [];
  return operations.filter(
    (one) => one.route.startsWith('GET ') && named.some((name) => one.route.includes(name)),
  );
};

const bodiesOf = (pool: readonly string[], seed: number) => {
  const made = new Map<string, Readonly<Record<'fits' | 'nearly', fc.Arbitrary<unknown>>>>();
  return ({ route, body }: Operation, how: 'fits' | 'nearly', at: number): unknown => {
    if (body === undefined) return undefined;
    const of = made.get(route) ?? { fits: fitting(body, pool), nearly: spoilt(body, pool) };
    made.set(route, of);
    return fc.sample(of[how], { numRuns: 1, seed: seed + at })[0];
  };
};

/**
 * Sends as many requests as asked for, each drawn anew: an operation, a seat, ids of one's own, of another class or school, of
 * nobody or of no kind, and a body that is right, fits, or nearly fits. What is taken away on the way is asked for again
 * at once. Returns what was wrong with the answers.
 */
export const runFuzz = async (fuzz: Fuzz): Promise<readonly Fault[]> => {
  const { seated, otherClass, others, requests, seed } = fuzz;
  const operations = readOperations().filter(({ route }) => route in accessTable && !leftOut.test(route));
  const pool = [seated, ...others]
    .flatMap(({ ids }) => Object.values(ids))
    .filter((id) => /^[\da-f-]{36}$/.test(id));
  const bodyOf = bodiesOf(pool, seed);
  const draw = fc.record({
    operation: fc.constantFrom(...operations),
    seat: fc.constantFrom<Seat>(...seats),
    kind: fc.constantFrom<Kind>('own', 'own', 'own', 'other class', 'other school', 'absent', 'hostile'),
    hostileId: fc.constantFrom(...hostileIds),
    body: fc.constantFrom('right', 'fits', 'fits', 'nearly', 'nearly'),
  });
  const faults: Fault[] = [];
  let sent = 0;
  for (let at = 0; sent < requests; at += 1) {
    const [drawn] = fc.sample(draw, { numRuns: 1, seed: seed + at });
    if (drawn === undefined) continue;
    const { operation, seat, kind, body, hostileId } = drawn;
    const ids = {
      own: () => seated.ids,
      'other class': () => ({ ...seated.ids, ...otherClass }),
      'other school': () => others[at % others.length]?.ids ?? absent(seated.ids),
      absent: () => absent(seated.ids),
      hostile: () => filled(seated.ids, hostileId),
    }[kind]();
    const value = body === 'right' ? undefined : bodyOf(operation, body, at);
    const first = await ask(fuzz, { operation, seat, kind, ids, value });
    sent += 1;
    faults.push(...first.fault.map((one) => ({ request: at, ...one })));
    if (!takesAway.test(operation.route) || first.status >= 300) continue;
    for (const again of [operation, ...readersOf(operations, operation)]) {
      const { fault } = await ask(fuzz, { operation: again, seat, kind, ids });
      sent += 1;
      faults.push(...fault.map((one) => ({ request: at, ...one })));
    }
  }
  return faults;
};
