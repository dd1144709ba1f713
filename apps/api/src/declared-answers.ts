import { problemStatus } from '@samhold/contract';
import type { DeclaredAccess } from './access/actor.ts';

/** What a route says of itself. */
export type DeclaredRoute = {
  readonly method: string;
  readonly access: DeclaredAccess;
  /** It takes parameters, a query or a body. */
  readonly takesInput: boolean;
  readonly limited: boolean;
  /** Statuses it has a shape for. */
  readonly shaped: readonly number[];
  /** It answers a file. */
  readonly isFile: boolean;
  /** What it says it answers besides. */
  readonly answers: readonly number[];
};

const isWrite = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

/** How a route answers when all is well. */
export const successes = (route: DeclaredRoute): readonly number[] => {
  const said = route.answers.filter((status) => status < 400);
  if (route.shaped.length > 0) return [...route.shaped, ...said];
  if (route.isFile) return [200, ...said];
  return said.length > 0 ? said : [isWrite(route.method) ? 204 : 200];
};

/**
 * Every status a route may refuse with, by who may call it and what it does: what is declared needs no list by hand, but for `answers`. A
 * server that fails (500) is no declared answer.
 */
export const refusals = ({
  method,
  access,
  takesInput,
  limited,
  answers,
}: DeclaredRoute): readonly number[] => {
  const isStaff = typeof access !== 'string' || access === 'staff';
  return [
    ...new Set([
      ...(takesInput || isWrite(method) ? [400] : []),
      ...(access === 'anyone' ? [] : [401]),
      // Over plain http, from another site, or without training.
      403,
      // "Not yours" is answered as "not there", and so is an address that cannot be read.
      ...(isStaff || takesInput ? [404] : []),
      ...(isWrite(method) ? [409, 413, 415, 422] : []),
      ...(limited ? [429] : []),
      503,
      ...answers.filter((status) => status >= 400),
    ]),
  ].sort((a, b) => a - b);
};

/** Every code a problem of this status can have. */
export const codesOf = (status: number): readonly string[] =>
  Object.entries(problemStatus)
    .filter(([, one]) => one === status)
    .map(([code]) => code);
