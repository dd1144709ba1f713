/** The kommune's domain in what somebody wrote: the domain alone, or a whole Feide name. Undefined when it is none. */
export const realmOf = (written: string): string | undefined => {
  const realm = written.trim().toLowerCase().replace(/^.*@/, '');
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(realm) ? realm : undefined;
};
