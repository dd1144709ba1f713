/**
 * The same id for as long as the same is sent, so that what was stored and not heard of is not stored twice. Taken anew
 * once it was heard of: then the same words are new ones.
 */
export const sameId = (): ((sent: string) => string) => {
  let last = { sent: '', id: '' };
  return (sent) => {
    if (last.sent !== sent || last.id === '') last = { sent, id: crypto.randomUUID() };
    return last.id;
  };
};
