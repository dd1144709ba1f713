import type { Interference } from '../../packages/db/src/index.ts';

/**
 * `refused`: the statement fails instead of being executed, and a commit is rolled back. `lost`: it is executed, and then the
 * connection is lost, and no other comes through until the request is answered. `once`: the same, but the next one does.
 */
export type How = 'refused' | 'lost' | 'once';

export type Planted = {
  readonly interference: Interference;
  /** The n-th statement from now, counted from 1, comes to harm; 0 for none. */
  readonly plant: (n: number, how: How) => void;
  /** Nothing comes to harm any more. Answers which statements there were, and which one it was. */
  readonly lift: () => { readonly statements: readonly string[]; readonly hit: string | undefined };
};

const FAILS = `do $$ begin raise exception 'planted' using errcode = '58030'; end $$`;

const failure = (code: string, message: string): Error => Object.assign(new Error(message), { code });
const lost = (): Error => new Error('Connection terminated unexpectedly');

/** Harm to the statements of an api, planted by number. A rollback is what follows harm, and is not counted. */
export const openPlanted = (): Planted => {
  let planted: { readonly n: number; readonly how: How } | undefined;
  let statements: string[] = [];
  let hit: string | undefined;
  const harm = async (...[statement, pass, cut]: Parameters<Interference>): Promise<unknown> => {
    if (planted?.how === 'refused') {
      if (statement !== 'commit') return pass(FAILS);
      await pass('rollback');
      throw failure('58030', 'planted');
    }
    // Whatever the server answers does not come through.
    await pass().catch(() => undefined);
    cut();
    throw lost();
  };
  return {
    interference: async (statement, pass, cut) => {
      if (planted === undefined) return pass();
      if (hit !== undefined && planted.how === 'lost') {
        cut();
        throw failure('ECONNREFUSED', 'connect ECONNREFUSED');
      }
      if (statement === 'rollback') return pass();
      statements.push(statement);
      if (statements.length !== planted.n) return pass();
      hit = statement;
      return harm(statement, pass, cut);
    },
    plant: (n, how) => {
      planted = { n, how };
      statements = [];
      hit = undefined;
    },
    lift: () => {
      planted = undefined;
      return { statements, hit };
    },
  };
};
