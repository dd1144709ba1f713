import type { ProblemCode } from '@samhold/contract';
import type { FastifyRequest } from 'fastify';

/** What nobody comes upon by using the pages: another site's page, guessing, named data before training. */
const odd: ReadonlySet<string> = new Set<ProblemCode>([
  'forbidden_origin',
  'too_many_requests',
  'training_missing',
]);

type Asked = Pick<FastifyRequest, 'method' | 'is404'> & {
  readonly routeOptions: { readonly url?: string | undefined };
  readonly staff?: { readonly schoolId: string; readonly staffId: string } | undefined;
};

/**
 * What the server's log says of a refusal that somebody should be able to look for afterwards: those, and whatever is not there
 * or not theirs. Ids, and the route as it is declared: never the address that was asked for, which may hold a link's secret.
 */
export const refusalLine = (code: string, { method, is404, routeOptions, staff }: Asked) => {
  if (is404 || !(odd.has(code) || code === 'not_found')) return undefined;
  const who = staff === undefined ? {} : { schoolId: staff.schoolId, staffId: staff.staffId };
  return { refused: code, method, route: routeOptions.url, ...who };
};
