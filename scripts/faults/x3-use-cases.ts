import type { PupilRights, RoundOverview } from '../../packages/contract/src/index.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accessTable, seats, type Seat } from '../../apps/api/src/access/access-table.ts';
import {
  bodyOf,
  openHander,
  openSitting,
  readForm,
  wholeResponse,
} from '../../apps/api/src/testing/answering.ts';
import { json, type Browser } from '../../apps/api/src/testing/browser.ts';
import { callOf, type Call } from '../../apps/api/src/testing/call-of.ts';
import { plannedRound } from '../../apps/api/src/testing/planned-days.ts';
import type { HarmedSchool } from './x3-school.ts';

export type UseCase = {
  readonly name: string;
  /** The route it goes by, where that is not its name. */
  readonly route?: string;
  /** In which it may be asked for; the first that gets through is taken. */
  readonly browsers: readonly Browser[];
  /** Made anew for each trial where it can be sent once only. */
  readonly call: Call | (() => Promise<Call>);
};

/** A stream that does not end. */
const leftOut = /\/events$/;

/** Whom to ask first: those with most to do, who see most. */
const usual: readonly Seat[] = ['contact teacher of the class', 'principal', 'leadership', 'administrator'];

const allowed = (route: string): readonly Seat[] =>
  [...new Set([...usual, ...seats])].filter((seat) => accessTable[route]?.[seat] === 'allowed');

/** Every route there is, with a request that is right in itself. */
export const useCasesOfRoutes = ({
  house,
  seated,
}: Pick<HarmedSchool, 'house' | 'seated'>): readonly (UseCase & { readonly call: Call })[] =>
  Object.keys(accessTable)
    .filter((route) => !leftOut.test(route))
    .map((route) => ({
      ...{ name: route, browsers: allowed(route).map(seated.browserOf) },
      call: callOf(house, seated, route, seated.ids),
    }));

export const openSittingId = async ({ house, seated }: HarmedSchool): Promise<string> => {
  const { schoolId } = seated.school;
  const { sitting_id: sittingId } = await house.deps.db.inScope({ schoolId }, (tx) =>
    tx
      .selectFrom('sitting')
      .select('sitting_id')
      .where('school_id', '=', schoolId)
      .where('class_id', '=', seated.ids.classId)
      .where('state', '=', 'open')
      .orderBy('opened_at')
      .executeTakeFirstOrThrow(),
  );
  return sittingId;
};

/** A round of the school in which the class has begun. */
const openRound = async ({ house, seated }: HarmedSchool): Promise<string> => {
  const planned = await seated.browserOf('principal')('/api/v1/rounds', json('POST', plannedRound(house)));
  const { roundId } = await bodyOf<RoundOverview>(planned);
  const teacher = seated.browserOf('contact teacher of the class');
  await openSitting(teacher, seated.ids.classId, { kind: 'sociogram', roundId });
  return roundId;
};

/** What the school lives by, each as it is done on a day when it does something. */
export const importantUseCases = async (school: HarmedSchool): Promise<readonly UseCase[]> => {
  const { seated, house } = school;
  const tablet = seated.browserOf('pupil');
  const hander = await openHander(tablet);
  const sealed = await hander.seal(wholeResponse(await readForm(tablet)));
  const sent = json('PUT', { parts: [sealed], waiting: 0, setAside: 0 });
  const headers = { ...sent.headers, authorization: hander.authorization };
  const sittingId = await openSittingId(school);
  const roundId = await openRound(school);
  const ofPupil = `/api/v1/pupil-rights/${seated.cards[3]?.pupil.pupilId}`;
  const { name } = await bodyOf<PupilRights>(await seated.browserOf('principal')(ofPupil));
  const teacher = [seated.browserOf('contact teacher of the class')];
  const leaders = [seated.browserOf('principal')];
  const asSeated = (name: string, browsers: readonly Browser[]): UseCase => ({
    ...{ name, browsers, call: callOf(house, seated, name, seated.ids) },
  });
  const post = { method: 'POST' };
  return [
    {
      ...{ name: 'a response is handed in', route: 'PUT /api/v1/responses/:responseId/parts' },
      browsers: [tablet],
      call: [`/api/v1/responses/${hander.responseId}/parts`, { ...sent, headers }],
    },
    {
      ...{ name: 'a sitting is closed', route: 'POST /api/v1/sittings/:sittingId/close', browsers: teacher },
      call: [`/api/v1/sittings/${sittingId}/close`, post],
    },
    {
      ...{ name: 'a round is ended', route: 'POST /api/v1/rounds/:roundId/end', browsers: leaders },
      call: [`/api/v1/rounds/${roundId}/end`, post],
    },
    {
      ...{
        name: 'a pupil is erased',
        route: 'POST /api/v1/pupil-rights/:pupilId/erasure',
        browsers: leaders,
      },
      call: [`${ofPupil}/erasure`, json('POST', { name })],
    },
    asSeated('POST /api/v1/signals/:signalId/verifications', teacher),
    asSeated('POST /api/v1/cases', leaders),
  ];
};

/** The cookies a browser holds, so that the same request can be sent again and again whatever is answered. */
export const cookiesOf = async (browser: Browser): Promise<string> => {
  const echo = createServer((request, response) => response.end(request.headers.cookie ?? ''));
  await new Promise<void>((listening) => echo.listen(0, '127.0.0.1', listening));
  // A listening TCP server always has an AddressInfo.
  const { port } = echo.address() as AddressInfo;
  const answer = await browser(`http://127.0.0.1:${port}/`);
  const cookies = await answer.text();
  await new Promise((closed) => {
    echo.close(closed);
    echo.closeAllConnections();
  });
  return cookies;
};
