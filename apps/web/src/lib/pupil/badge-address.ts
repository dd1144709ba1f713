/** The token a badge's address carries after its number sign, or null. */
export const badgeIn = (hash: string): string | null => /^#b=([\w-]{20,64})$/.exec(hash)?.[1] ?? null;
