import { endSession } from './pupil-api.ts';
import { takeNewerPages } from './queue/worker.ts';

/**
 * Ends the session, whoever's it is, and loads the start page anew in place of this one: nothing of the last pupil is left in memory, and Back leads to no
 * page of theirs. The class code may go along, for the next pupil of the same class.
 */
export async function startAfresh(classCode: string): Promise<void> {
  await Promise.all([endSession(), takeNewerPages()]);
  location.replace(classCode === '' ? '/s' : `/s?code=${encodeURIComponent(classCode)}`);
}
