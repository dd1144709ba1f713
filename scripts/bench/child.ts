import { fork } from 'node:child_process';
import { join } from 'node:path';

export type Child = {
  /** Sends a message and waits for the next one back. */
  readonly ask: <T>(message: unknown) => Promise<T>;
  readonly next: <T>() => Promise<T>;
  readonly stop: () => Promise<void>;
};

/** Runs a file of this folder in a process of its own. A child that ends fails whoever waits for it. */
export const startChild = (file: string, argument = ''): Child => {
  const child = fork(join(import.meta.dirname, file), [argument], {
    // Ctrl-C reaches the parent, which ends the child in order.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const next = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(`${file} ended.`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message as T); // the sender's type, by agreement of the two files
      });
    });
  return {
    next,
    ask: <T>(message: unknown) => {
      const answer = next<T>();
      child.send(message as object); // plain JSON
      return answer;
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.disconnect();
      }),
  };
};
