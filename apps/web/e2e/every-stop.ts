import { expect, type JSHandle, type Page } from '@playwright/test';

/** What keeps a keyboard from a place, or from seeing that it is there. */
type Fault = { readonly at: string; readonly fault: string };
type Walk = { readonly stops: Element[]; readonly faults: Fault[]; ended: boolean };

/** Notes where the keyboard stands now: whether it is marked, in sight, and further down the page than before. */
const stand = (walk: Walk): boolean => {
  const at = document.activeElement;
  // A date has a stop for each of its parts.
  if (at === walk.stops.at(-1)) return false;
  if (at === null || at === document.body || walk.stops.includes(at)) walk.ended = walk.stops.length > 0;
  else {
    const name = `${at.tagName.toLowerCase()} ${at.getAttribute('aria-label') ?? at.textContent.trim()}`;
    const fault = (text: string) => walk.faults.push({ at: name.slice(0, 80), fault: text });
    const outlined = [at, at.closest('label')].some((one) => {
      if (one === null) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    // A pupil in a sociogram, or a round in the wheel of the year, is marked by a broader line.
    const ring = at.querySelector(':scope > circle, :scope > path');
    const ringed = ring !== null && Number.parseFloat(getComputedStyle(ring).strokeWidth) >= 4;
    if (!outlined && !ringed) fault('is not marked');

    // The middle of what is in the window: a tall field is brought there by the line that is written on.
    const { left, right, top, bottom } = at.getBoundingClientRect();
    const over = document.elementFromPoint(
      (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    );
    const seen =
      over !== null && (at.contains(over) || over.contains(at) || at.closest('label')?.contains(over));
    if (seen !== true) fault(`lies behind ${over?.outerHTML.slice(0, 80) ?? 'the edge'}`);

    const before = walk.stops.at(-1);
    if (before !== undefined) {
      if (!(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING)) fault('is read earlier');
      // What stands in a drawing is gone through by its own order: the wheel goes round.
      const drawn = at.closest('svg') !== null && at.closest('svg') === before.closest('svg');
      if (!drawn && at.getBoundingClientRect().bottom <= before.getBoundingClientRect().top)
        fault('stands higher up');
    }
    walk.stops.push(at);
  }
  return walk.ended;
};

/** What can be pressed, chosen or written in, and was never come to. One radio button stands for its group. */
const passedOver = ({ stops }: Walk): readonly string[] => {
  const groupOf = (one: Element): string | null =>
    one instanceof HTMLInputElement && one.type === 'radio' ? `${one.form?.id ?? ''} ${one.name}` : null;
  const reached = new Set(stops.map((stop) => groupOf(stop) ?? stop));
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((one) => one.checkVisibility() && !one.matches(':disabled, [tabindex="-1"]'))
    .filter((one) => !reached.has(groupOf(one) ?? one))
    .map((one) => one.outerHTML.slice(0, 160));
};

const newWalk = (page: Page): Promise<JSHandle<Walk>> =>
  page.evaluateHandle(() => ({ stops: [] as Element[], faults: [] as Fault[], ended: false }));

/**
 * Goes by Tab from the top of the page to its end. Fails where a stop is not marked, lies behind something, comes
 * before what is read before it, or is never come to. Expects one column, where reading goes straight down.
 */
export const stopAtAll = async (page: Page, place: string): Promise<void> => {
  const walk = await newWalk(page);
  let ended = false;
  for (let presses = 0; presses < 600 && !ended; presses += 1) {
    await page.keyboard.press('Tab');
    ended = await walk.evaluate(stand);
  }
  expect.soft(ended, `${place}: the keyboard comes round`).toBe(true);
  expect.soft(await walk.evaluate(({ faults }) => faults), `${place}: stops`).toEqual([]);
  expect.soft(await walk.evaluate(passedOver), `${place}: out of reach`).toEqual([]);
  await walk.dispose();
};
