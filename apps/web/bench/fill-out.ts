import type { PageMemory } from './page-memory.ts';
import { waited, type SlowTablet } from './slow-tablet.ts';
import type { Shown } from './watch-screens.ts';

export type Run = {
  /** JavaScript and CSS to the first item, compressed. */
  readonly bytes: number;
  /** From a cold open to the first screen that can be used, in ms. */
  readonly open: number;
  /** All that is waited from a cold open to the first item, in ms. */
  readonly toFirstItem: number;
  /** From pressing «start» to the first item, in ms; NaN where nothing is pressed. */
  readonly start: number;
  /** From the press on «Neste» to the next item, in ms. */
  readonly nextItems: readonly number[];
  readonly memoryAfter10: PageMemory;
  readonly memoryAfter40: PageMemory;
};

/** Answers the item on the screen and all after it but the last, whose press leads out of the items. There are more than 41. */
export const fillOut = async (
  tablet: SlowTablet,
  options: string,
  itemTypes: readonly ('choice' | 'nomination')[],
): Promise<Pick<Run, 'nextItems' | 'memoryAfter10' | 'memoryAfter40'>> => {
  const shown: Shown[] = [];
  const memory = new Map<number, PageMemory>();
  for (const [answered, type] of itemTypes.slice(0, -1).entries()) {
    if (answered === 10 || answered === 40) memory.set(answered, await tablet.memory());
    const option = tablet.page.locator(options);
    await option.nth(answered % 3).click();
    if (type === 'nomination') await option.nth(7).click();
    shown.push(await tablet.press('Neste'));
  }
  const [memoryAfter10, memoryAfter40] = [memory.get(10), memory.get(40)];
  if (memoryAfter10 === undefined || memoryAfter40 === undefined) throw new Error('There are too few items.');
  return { nextItems: shown.map(waited), memoryAfter10, memoryAfter40 };
};
