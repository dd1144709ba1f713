/** What is not needed to show the first item of most pupils: fetched when it is, or all at once when there is time. */
export const laterScreens = {
  badge: () => import('./BadgeScreen.svelte'),
  closing: () => import('./ClosingScreen.svelte'),
  end: () => import('./EndScreen.svelte'),
  nominations: () => import('./NominationQuestion.svelte'),
  resume: () => import('./ResumeScreen.svelte'),
};

/** Fetches the rest of the pupil pages, and what seals answers, so that the network may go from here on. */
export async function fetchTheRest(): Promise<void> {
  const rest = [laterScreens.closing, laterScreens.end, laterScreens.nominations];
  await Promise.allSettled([...rest.map((load) => load()), import('@samhold/contract/sealed-part')]);
}
