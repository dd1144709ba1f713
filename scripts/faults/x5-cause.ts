/** What keeps a database from storing, brought about and lifted while tablets hand in. */
export type Cause = {
  readonly what: string;
  readonly bring: () => Promise<unknown>;
  readonly lift: () => Promise<unknown>;
  /** What the server does of it by itself. */
  readonly did?: string;
};
