import { count, type Outcome } from './fault.ts';
import type { Tried } from './x3-nth-query.ts';
import { NOT_COMPARED } from './x3-state.ts';

const sum = (tried: readonly Tried[], of: 'statements' | 'trials' | 'old' | 'made' | 'finished'): string =>
  count(tried.reduce((total, one) => total + one[of], 0));

/** Routes of which no request got through. */
const refusedRoutes = (tried: readonly Tried[]): readonly string[] => {
  const done = new Set(tried.filter(({ kind }) => kind !== 'refused').map(({ route }) => route));
  return [...new Set(tried.map(({ route }) => route))].filter((route) => !done.has(route));
};

/** That nothing is prepared for a route is said like anything else that does not hold. */
export const notTried = (tried: readonly Tried[]): readonly string[] =>
  refusedRoutes(tried).map((route) => `${route}: no request gets through, so it is not tried`);

/** What use cases came to whose statements came to harm. */
export const outcomeOf = (tried: readonly Tried[]): Outcome => {
  const writes = tried.filter(({ kind }) => kind === 'writes');
  return {
    figures: [
      {
        what: 'use cases that write, each statement harmed',
        measured: `${count(writes.length)}, ${sum(writes, 'statements')} statements`,
      },
      {
        what: 'trials; old state and new state after them',
        measured: `${sum(writes, 'trials')}; ${sum(writes, 'old')} and ${sum(writes, 'made')}`,
      },
      {
        what: 'new state after the clock looked again, of a use case in steps',
        measured: sum(writes, 'finished'),
      },
      {
        what: 'use cases that change nothing',
        measured: count(tried.filter(({ kind }) => kind === 'reads').length),
      },
      { what: 'routes whose request is refused, so not tried', measured: count(refusedRoutes(tried).length) },
    ],
    breaches: tried.flatMap(({ breaches }) => breaches),
    notes: [
      'Every route of the access table but the streams of events, with a request that is right in itself, in a school with somebody in every seat and with what the request must begin with; and besides: a response handed in, a sitting closed, a round ended, a pupil erased, a sign-in that comes back from the provider, the first school of an installation made.',
      'Refused: the statement fails instead of being executed. Lost: it is executed, then the connection is lost, and there is none until the request is answered. Once: the same for each commit and one other statement, and the next connection works.',
      `States are compared by all rows of all tables but ${NOT_COMPARED.join(', ')}, and by the jobs that are added: attempts are counted past the use case, also of what fails. What is refused goes to the log lines, not to a table. In the new state, ids, moments and sealed bytes made on the way may differ.`,
    ],
  };
};
