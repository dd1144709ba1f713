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

let complete = false;

/** Fetches the rest of the pupil pages, and what seals answers, so that the network may go from here on. What failed is tried again. */
export async function fetchTheRest(): Promise<void> {
  if (complete) return;
  const rest = [laterScreens.closing, laterScreens.end, laterScreens.nominations];
  const fetched = await Promise.allSettled([
    ...rest.map((load) => load()),
    import('@samhold/contract/sealed-part'),
  ]);
  complete = fetched.every(({ status }) => status === 'fulfilled');
}
