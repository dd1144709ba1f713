const oslo = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** When rounds open and staff are told, by the clock on the wall in Norway. */
export const MORNING = '07:00';

/** True from seven in the morning in Norway on `day` (yyyy-mm-dd), summer and winter time alike. */
export const morningHasCome = (day: string, now: Date): boolean => oslo.format(now) >= `${day} ${MORNING}`;

/** Hour and minute on the wall in Norway, as hh:mm. */
export const timeInNorway = (now: Date): string => oslo.format(now).slice(11);

/**
 * The moment when the wall in Norway shows `time` (hh:mm) on `day` (yyyy-mm-dd). Of an hour that comes twice in October the
 * first; of the hour left out in March the one after it (RFC 5545 3.3.5).
 */
export const momentInNorway = (day: string, time: string): Date => {
  const written = Date.parse(`${day}T${time}:00Z`);
  const summer = new Date(written - 2 * 3_600_000);
  return oslo.format(summer) === `${day} ${time}` ? summer : new Date(written - 3_600_000);
};
