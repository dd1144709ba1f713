import type { ProblemCode } from '@samhold/contract';
import type { FastifyRequest } from 'fastify';
import type { Whose } from '../errors.ts';

/** What nobody comes upon by using the pages: another site's page, guessing, named data before training; and every sign-in that failed. */
const odd: ReadonlySet<string> = new Set<ProblemCode>([
  'forbidden_origin',
  'too_many_requests',
  'training_missing',
  ...(['account_refused', 'account_waits', 'code_wrong'] as const),
  ...(['sign_in_failed', 'second_factor_missing', 'realm_refused'] as const),
]);

type Asked = Pick<FastifyRequest, 'method' | 'is404'> & {
  readonly routeOptions: { readonly url?: string | undefined };
  readonly staff?: Whose | undefined;
};

/**
 * What the server's log says of a refusal that somebody should be able to look for afterwards: those, and whatever is not there
 * or not theirs. Ids, and the route as it is declared: never the address that was asked for, which may hold a link's secret.
 */
export const refusalLine = (
  { code, whose }: { readonly code: string; readonly whose?: Whose | undefined },
  { method, is404, routeOptions, staff = whose }: Asked,
) => {
  if (is404 || !(odd.has(code) || code === 'not_found')) return undefined;
  const who = staff === undefined ? {} : { schoolId: staff.schoolId, staffId: staff.staffId };
  return { refused: code, method, route: routeOptions.url, ...who };
};
