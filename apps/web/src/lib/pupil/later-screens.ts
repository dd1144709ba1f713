import { untilItComes } from './until-it-comes.ts';

const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let coming: Promise<T> | undefined;
  return () => (coming ??= untilItComes(load));
};

/** What is not needed to show the first item of most pupils: fetched when it is, or all at once when there is time. */
export const laterScreens = {
  badge: once(() => import('./BadgeScreen.svelte')),
  closing: once(() => import('./ClosingScreen.svelte')),
  end: once(() => import('./EndScreen.svelte')),
  nominations: once(() => import('./NominationQuestion.svelte')),
  resume: once(() => import('./ResumeScreen.svelte')),
};

/** What seals answers: not needed before there is one. */
export const sealing = once(() => import('@samhold/contract/sealed-part'));

/** Fetches the rest of the pupil pages, and what seals answers, so that the network may go from here on. */
export async function fetchTheRest(): Promise<void> {
  const { closing, end, nominations, resume } = laterScreens;
  await Promise.all([closing, end, nominations, resume, sealing].map((load) => load()));
}
