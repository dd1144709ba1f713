import { randomBytes } from 'node:crypto';
import { buildApp } from '../../apps/api/src/app.ts';
import { openIdentityProviders } from '../../apps/api/src/session/identity-providers.ts';
import { askAsSuperuser, createKeyring, openDatabase } from '../../packages/db/src/index.ts';
import { openBenchDatabase } from '../bench/bench-database.ts';
import type { TabletRequest } from '../bench/tablets.ts';
import { openCuttingProxy, type Cut, type CuttingProxy } from './cut-at-byte.ts';
import { compareEntries, storedEntries, type Sent } from './entries.ts';
import { exchange, textOf, type Answer } from './exchange.ts';
import { count, type Fault, type Outcome } from './fault.ts';
import { makeInstallation } from './made-installation.ts';

export type CutPlan = {
  readonly serveUrl: string;
  readonly superuserUrl: string;
  /** 1 for each byte of the exchange, 20 for each twentieth. */
  readonly every: number;
  /** At least as many as there are places to cut. */
  readonly responses: number;
};

const RECEIPT = '{"parts":[{"number":1,"outcome":"stored"}],"submitted":true}';
const REFUSED = '{"parts":[{"number":1,"outcome":"refused","code":"part_differs"}],"submitted":true}';

const said = (answer: Answer | undefined): string =>
  answer === undefined ? 'no whole answer' : `${answer.status} ${answer.body}`;

/** The same number of the same response with what somebody else sealed. */
const withOtherContent = ({ request }: Sent, other: Sent): TabletRequest => ({
  ...request,
  body: other.request.body,
});

const placesOf = (bytes: { readonly request: number; readonly response: number }, every: number) => {
  const of = (direction: Cut['of'], length: number): Cut[] =>
    Array.from({ length: Math.ceil(length / every) }, (_, i) => ({
      ...{ of: direction, after: i * every },
      how: i % 2 === 0 ? 'end' : 'reset',
    }));
  // After the last byte of the request, before the first of the answer.
  const between: Cut = { of: 'request', after: bytes.request, how: 'reset' };
  return [...of('request', bytes.request), between, ...of('response', bytes.response)];
};

const cutAndSendAgain = async (
  proxy: CuttingProxy,
  sent: Sent,
  other: Sent,
  cut: Cut,
): Promise<readonly string[]> => {
  const at = `cut (${cut.how}) after byte ${cut.after} of the ${cut.of}`;
  proxy.cutNext(cut);
  const first = await exchange(proxy.port, sent.request);
  proxy.cutNext(undefined);
  const again = await exchange(proxy.port, sent.request);
  const oncemore = await exchange(proxy.port, sent.request);
  const differing = await exchange(proxy.port, withOtherContent(sent, other));
  return [
    // What was cut in its head or body must not have looked whole.
    ...(first === undefined ? [] : [`${at}: answered ${said(first)}`]),
    ...[again, oncemore]
      .filter((answer) => answer?.status !== 200 || answer.body !== RECEIPT)
      .map((answer) => `${at}: sent again, answered ${said(answer)}`),
    ...(differing?.status === 200 && differing.body === REFUSED
      ? []
      : [`${at}: other content, answered ${said(differing)}`]),
  ];
};

/** Hands in whole responses, each cut at another byte and sent again: there is one of each, and the answer is the same. */
export const cutAtBytes = async (plan: CutPlan): Promise<Outcome> => {
  const keyring = createKeyring(randomBytes(32));
  const db = openDatabase(plan.serveUrl, keyring, 10);
  const { responses } = await makeInstallation(db, keyring, plan.responses);
  const identityProviders = openIdentityProviders('http://localhost');
  const app = await buildApp({ db, keyring, now: () => new Date(), identityProviders });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const proxy = await openCuttingProxy(Number(new URL(address).port));
  try {
    const [whole, other, ...rest] = responses;
    if (whole === undefined || other === undefined) throw new Error('There are too few responses.');
    // The first shows how long an exchange is.
    await exchange(proxy.port, whole.request);
    const { response } = proxy.passed();
    const shortest = Math.min(...rest.map((sent) => textOf(proxy.port, sent.request).length));
    const places = placesOf({ request: shortest, response }, plan.every);
    if (places.length > rest.length)
      throw new Error(`${places.length} places to cut and ${rest.length} responses.`);
    const breaches: string[] = [];
    for (const [i, cut] of places.entries()) {
      const sent = rest[i] ?? other;
      breaches.push(...(await cutAndSendAgain(proxy, sent, other, cut)));
    }
    const handedIn = [whole, ...rest.slice(0, places.length)];
    const stored = await storedEntries((sql) => askAsSuperuser(plan.superuserUrl, sql));
    breaches.push(...compareEntries(handedIn, stored, handedIn.length));
    return {
      figures: [
        { what: 'bytes of the request and of the answer', measured: `${shortest} and ${response}` },
        { what: 'connections cut, each at another byte', measured: count(places.length) },
        { what: 'responses stored, of those handed in', measured: `${stored.length} of ${handedIn.length}` },
      ],
      breaches,
      notes: [
        'A whole response: 16 answers and 15 nominations in one sealed part. Every other cut is a reset, the others an end.',
        'After each cut the same request is sent twice, then the same number with other content, which is refused with a code and changes nothing.',
      ],
    };
  } finally {
    await proxy.close();
    await app.close();
    await db.close();
  }
};

export const x2: Fault = {
  name: 'x2',
  rule: 'The connection is cut at each byte of handing in a response, then the tablet sends again: one response, the same answer; other content under the same number is refused.',
  run: async () => {
    const database = await openBenchDatabase();
    try {
      const { serveUrl, superuserUrl } = database;
      return await cutAtBytes({ serveUrl, superuserUrl, every: 1, responses: 6_000 });
    } finally {
      await database.stop();
    }
  },
};
