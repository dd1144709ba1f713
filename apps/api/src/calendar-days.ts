const oslo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const written = new Intl.DateTimeFormat('nb-NO', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The calendar day in Norway at a moment, as yyyy-mm-dd. */
export const dayOf = (moment: Date): string => oslo.format(moment);

export const writtenDay = (day: string): string => written.format(new Date(`${day}T12:00:00Z`));

/** Late in the evening of a day in Norway, summer and winter. */
export const endOfDay = (day: string): Date => new Date(`${day}T21:00:00Z`);
