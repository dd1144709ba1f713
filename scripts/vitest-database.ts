import type { TestProject } from 'vitest/node';
import { startTestServer } from '../packages/db/src/index.ts';

declare module 'vitest' {
  // An interface, because it is merged with vitest's own.
  interface ProvidedContext {
    /** Address of the test server, for `createTestDatabase`. */
    superuserUrl: string;
  }
}

/** One test server for all files of the run; each file makes its own database on it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await startTestServer();
  project.provide('superuserUrl', server.superuserUrl);
  return server.stop;
};
