export type OpeningDays = {
  readonly from_on: string;
  readonly until_on: string;
  readonly ended_at: Date | null;
};

/** Whether an opening holds on a day in Norway; ended early, it is over at once. */
export const stateOn = ({ from_on: from, until_on: until, ended_at: ended }: OpeningDays, today: string) => {
  if (ended !== null || until < today) return 'over';
  return from > today ? 'coming' : 'open';
};

/** An opening is for what is looked into now, not for good. */
const mostDays = 60;

/** Starts today or later, ends on a day after that or the same one, and within two months. */
export const areOpeningDays = (fromOn: string, untilOn: string, today: string): boolean => {
  const days = (Date.parse(untilOn) - Date.parse(fromOn)) / 86_400_000;
  return fromOn >= today && days >= 0 && days < mostDays;
};
