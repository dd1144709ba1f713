const QUIET_MILLISECONDS = 60_000;

/**
 * Writes what failed where, the same at most once a minute: a database that is away fails many times a second. Errors of
 * ours and of the database carry ids at most; what a mail server said has been cut away before.
 */
export const failureLog = (log: (line: string) => void, now: () => Date) => {
  const written = new Map<string, number>();
  return (where: string, error: unknown): void => {
    const [word, line] =
      error instanceof Error
        ? [`${error.name} ${error.message}`, error.stack ?? error.name]
        : ['unknown', 'unknown failure'];
    const key = `${where}: ${word}`;
    const at = now().getTime();
    if (at - (written.get(key) ?? -Infinity) < QUIET_MILLISECONDS) return;
    // Messages differ by ids; those of a minute ago are no longer needed.
    for (const [old, when] of written) if (at - when >= QUIET_MILLISECONDS) written.delete(old);
    written.set(key, at);
    log(`${where}: ${line}`);
  };
};
