import { expect, type CDPSession, type Page } from '@playwright/test';

/** Where the keyboard stands, as the browser tells a screen reader. */
export type Stop = { readonly role: string; readonly name: string };

type Seen = Stop & { readonly marked: boolean; readonly inSight: boolean };

const focusedNode = async (tree: CDPSession): Promise<Stop | null> => {
  const { nodes } = await tree.send('Accessibility.getFullAXTree');
  const focused = nodes.filter(
    ({ properties, ignored }) =>
      !ignored && properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  );
  const node = focused.find(({ role }) => role?.value !== 'RootWebArea');
  if (node === undefined) return null;
  return { role: String(node.role?.value), name: String(node.name?.value ?? '') };
};

/** Whether a mark shows where the keyboard stands, and whether something else lies over it. */
const seeFocus = (page: Page): Promise<{ readonly marked: boolean; readonly inSight: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const whole = element.closest('.tile') ?? element;
    const marked = [element, whole].some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    return { marked, inSight: over !== null && (whole.contains(over) || over.contains(element)) };
  });

const round = async (page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Seen[]> => {
  const tree = await page.context().newCDPSession(page);
  const seen: Seen[] = [];
  const first = await page.evaluateHandle(() => ({ element: null as Element | null }));
  for (let presses = 0; presses < 250; presses += 1) {
    await page.keyboard.press(key);
    const stop = await focusedNode(tree);
    if (stop === null) continue;
    const isFirst = await first.evaluate((kept) => {
      const again = kept.element === document.activeElement;
      kept.element ??= document.activeElement;
      return again;
    });
    if (isFirst) {
      await tree.detach();
      return seen;
    }
    seen.push({ ...stop, ...(await seeFocus(page)) });
  }
  throw new Error(`The keyboard does not come round: ${seen.map(({ name }) => name).join(', ')}`);
};

const said = ({ role, name }: Stop): string => `${role} ${name}`;

/**
 * Goes once round the page by Tab and once back, from where the keyboard stands to where it began. Fails where a stop
 * is not marked, lies behind something, or the way back is another. Returns the stops in order, as `role name`.
 */
export const goRound = async (page: Page, place: string): Promise<readonly string[]> => {
  const there = await round(page, 'Tab');
  const back = await round(page, 'Shift+Tab');
  for (const seen of there)
    expect.soft({ place, at: said(seen), marked: seen.marked, inSight: seen.inSight }).toEqual({
      place,
      at: said(seen),
      marked: true,
      inSight: true,
    });
  const stops = there.map(said);
  const last = back.map(said).toReversed();
  expect.soft([...last].toSorted(), `${place}, back`).toEqual([...stops].toSorted());
  return stops;
};

/** Goes on by Tab to the first stop of this role and name. */
export const tabTo = async (page: Page, role: string, name: string | RegExp): Promise<void> => {
  const tree = await page.context().newCDPSession(page);
  const passed: string[] = [];
  while (passed.length < 250) {
    await page.keyboard.press('Tab');
    const stop = await focusedNode(tree);
    if (stop === null) continue;
    if (stop.role === role && (typeof name === 'string' ? stop.name === name : name.test(stop.name))) {
      await tree.detach();
      return;
    }
    passed.push(said(stop));
  }
  throw new Error(`No ${role} ${String(name)} among ${[...new Set(passed)].join(', ')}`);
};

export const pressKey = async (page: Page, name: string | RegExp, key = 'Enter'): Promise<void> => {
  await tabTo(page, 'button', name);
  await page.keyboard.press(key);
};

const answerTiles = '.scale label, .mates label, .apart label, .adults label, .pictures button';

/** Every control is at least 24 px each way (WCAG 2.5.8), and what a pupil answers with at least 64. */
export const expectTargets = async (page: Page, place: string): Promise<void> => {
  const small = await page.evaluate((tiles) => {
    const controls = [...document.querySelectorAll('button, a, input, select, textarea')];
    return controls.flatMap((control) => {
      const target = control.matches('[type=radio], [type=checkbox]') ? control.closest('label') : control;
      const { width, height } = (target ?? control).getBoundingClientRect();
      const least = target?.matches(tiles) === true ? 64 : 24;
      const name = `${control.tagName} ${control.getAttribute('aria-label') ?? target?.textContent ?? ''}`;
      return Math.min(width, height) < least
        ? [`${name}: ${String(width)} × ${String(height)}, of ${String(least)}`]
        : [];
    });
  }, answerTiles);
  expect.soft(small, `${place}: targets`).toEqual([]);
};
