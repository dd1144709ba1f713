/** What was asked for, or a file, cannot be used; the message is one line that says where and why. */
export class BadInput extends Error {}
