/** The token a badge's address carries after its number sign, or null. */
export const badgeIn = (hash: string): string | null => /^#b=([\w-]{20,64})$/.exec(hash)?.[1] ?? null;

/** The token in what a QR code says, when that is the address of a badge of this very site; else null. */
export const badgeOfAddress = (text: string, origin: string): string | null => {
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  return address.origin === origin && address.pathname === '/s' ? badgeIn(address.hash) : null;
};

/** Characters of the short code under a badge's QR code. */
export const badgeCodeLength = 10;
