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
const MORNING = '07:00';

/** True from seven in the morning in Norway on `day` (yyyy-mm-dd), summer and winter time alike. */
export const morningHasCome = (day: string, now: Date): boolean => oslo.format(now) >= `${day} ${MORNING}`;
