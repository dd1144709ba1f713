import type { Dependencies } from '../../apps/api/src/dependencies.ts';
import { WrongUse } from './arguments.ts';
import { runImport } from './run-import.ts';
import { help, readWish } from './wish.ts';
import { withDatabase, type Places } from './with-database.ts';

const REFUSED = 1;
const WRONG_USE = 2;

/** Carries the command out and says what came of it, faults on stderr. Returns the exit code. */
export const rosterCommand = async (
  args: readonly string[],
  places: Places,
  folder: string,
): Promise<number> => {
  try {
    const wish = readWish(args, folder);
    if (wish === 'help') {
      console.log(help);
      return 0;
    }
    const fault = await withDatabase(places, (db, keyring) => {
      // A sign-in is no part of an import.
      const deps = { db, keyring, now: () => new Date() } as Dependencies;
      return runImport(deps, wish, (line) => console.log(line));
    });
    if (fault !== undefined) console.error(fault);
    return fault === undefined ? 0 : REFUSED;
  } catch (error) {
    if (!(error instanceof WrongUse)) {
      console.error(error instanceof Error ? error.message : error);
      return REFUSED;
    }
    console.error(`${error.message} Se npm run -s roster -- --help.`);
    return WRONG_USE;
  }
};
