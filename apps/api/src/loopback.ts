const names: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host name, as it stands in a URL, is this machine: browsers trust it without https. */
export const isLoopback = (hostname: string): boolean => names.has(hostname);
