/** Input that cannot be used, or a command written wrong; the message is the one line to say. */
export class Refusal extends Error {}

/** Where in a file something stands, as a person finds it: the header is row 1. */
export const at = (file: string, row: number): string => `${file}, rad ${row}`;
