import 'vitest';

declare module 'vitest' {
  // An interface, because it is merged with vitest's own.
  interface ProvidedContext {
    /** Address of the test server, for `createTestDatabase`. */
    superuserUrl: string;
  }
}
