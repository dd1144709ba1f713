/** Where a pupil comes back to from the provider, however it went; the page then asks how. */
export const pupilPlace = '/s#feide';

/** What the state of a pupil's sign-in begins with. */
export const pupilMark = 'elev.';

/** Whether a callback is of a pupil, also when nothing else of the first leg is left in the browser. */
export const isPupilCallback = (query: string): boolean =>
  new URLSearchParams(query).get('state')?.startsWith(pupilMark) === true;
