/** What no answer may do, whatever it holds: be framed, load a plug-in, or set where its addresses begin. */
const ALWAYS = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * The policy in the header of an answer. A page carries its own besides, with hashes, and both hold; what the api answers is
 * no page, and loads nothing if a browser should take it for one.
 */
export const policyOf = (url: string): string =>
  url.startsWith('/api/') ? `default-src 'none'; ${ALWAYS}` : ALWAYS;
