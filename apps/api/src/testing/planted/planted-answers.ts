import { accessTable, seats, type Seat } from '../../access/access-table.ts';
import { json } from '../browser.ts';
import { callOf, type Call } from '../call-of.ts';
import type { SeatedSchool } from '../seated-school.ts';
import { streamText } from '../stream-text.ts';
import type { TestHouse } from '../test-house.ts';
import { plantedPupils } from './planted-pupils.ts';

/** Routes that are asked with a body and only answer; what they note of that is in the log alone. */
const asking = [
  'POST /api/v1/classes/:classId/wellbeing/open',
  'POST /api/v1/signals/:signalId/open',
  'POST /api/v1/cases/:caseId/effect',
  'POST /api/v1/investigations/:investigationId/answers',
  'POST /api/v1/reports/open',
] as const;

/** Every field one can look for a pupil in. */
const searching = [
  'POST /api/v1/incidents/pupils',
  'POST /api/v1/pupil-readers/pupils',
  'POST /api/v1/pupil-rights/pupils',
] as const;

export type Answer = {
  readonly seat: Seat;
  readonly route: string;
  readonly status: number;
  readonly type: string;
  readonly head: string;
  readonly body: string;
};

const sought = (): readonly string[] =>
  plantedPupils.flatMap(({ given, family, externalId, alias: { givenName, familyName } }) =>
    [given, family, externalId, givenName, familyName].flatMap((text) => [text, text.slice(0, 3)]),
  );

const callsOf = (route: string, call: Call): readonly (readonly [what: string, call: Call])[] => {
  if (!searching.some((one) => one === route)) return [['', call]];
  return sought().map((text) => [` «${text}»`, [call[0], json('POST', { sought: text })]]);
};

/** What everybody is answered who may ask, on every route that only answers. Files are asked for elsewhere. */
export const askAnswers = async (
  house: TestHouse,
  seated: SeatedSchool,
  isFile: (route: string) => boolean,
): Promise<ReadonlyMap<string, Answer>> => {
  const answers = new Map<string, Answer>();
  const routes = Object.keys(accessTable).filter((route) => route.startsWith('GET ') && !isFile(route));
  for (const route of [...routes, ...asking, ...searching])
    for (const seat of seats.filter((one) => accessTable[route]?.[one] === 'allowed'))
      for (const [what, [path, options]] of callsOf(route, callOf(house, seated, route, seated.ids))) {
        const response = await seated.browserOf(seat)(path, options);
        answers.set(`${seat}: ${route}${what}`, {
          ...{ seat, route, status: response.status },
          type: response.headers.get('content-type') ?? '',
          head: JSON.stringify([...response.headers]),
          body: await streamText(response),
        });
      }
  return answers;
};
