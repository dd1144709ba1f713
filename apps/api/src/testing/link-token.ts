/** The secret part of a one-time link, as the page that is opened by it reads it. */
export const tokenOf = (link: string): string => new URL(link).hash.slice(1);
