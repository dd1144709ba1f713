import { setTimeout as wait } from 'node:timers/promises';
import { isUnavailable, missingMigrations, type Database, type Migration } from '@samhold/db';

/** What must come from elsewhere first, and what to write meanwhile. */
class NotYet extends Error {}

/** Throws until the database has every migration of this version. Throws for good when it is of another version. */
export const needMigrations = async (
  db: Database,
  known: readonly Migration[] | undefined,
): Promise<void> => {
  if (known === undefined) return;
  const missing = await missingMigrations(db, known);
  if (missing.length > 0)
    throw new NotYet(`Venter: databasen mangler ${missing.length} endringer. De gjøres av: main.ts migrate`);
};

export type Waiting = {
  readonly log: (line: string) => void;
  /** Gives up waiting. */
  readonly signal?: AbortSignal | undefined;
  readonly everyMs?: number;
};

/** Tries until the database is there and of this version. Any other failure is thrown. */
export const whenAvailable = async <T>(
  attempt: () => Promise<T>,
  { log, signal, everyMs = 1_000 }: Waiting,
): Promise<T> => {
  let said = '';
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof NotYet || isUnavailable(error))) throw error;
      const line = error instanceof NotYet ? error.message : 'Venter: databasen svarer ikke.';
      if (line !== said) log(line);
      said = line;
    }
    await wait(everyMs, undefined, { signal });
  }
};
