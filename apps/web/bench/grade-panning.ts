import { chromium, type Page } from '@playwright/test';
import { madeGrade } from './made-grade.ts';

export type Panned = {
  readonly pupils: number;
  /** From one frame to the next while the picture is moved and enlarged, in ms. */
  readonly frames: readonly number[];
  /** From opening the page to the picture, in ms. */
  readonly shownAfter: number;
};

const seconds = 4;

/** Drags the picture round in circles with a pointer, a step a frame, and turns the wheel every tenth. */
const drag = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async (lasts) => {
    const box = document.querySelector('[role=img]');
    if (box === null) throw new Error('There is no picture.');
    // A pointer that is only acted cannot be captured.
    box.setPointerCapture = () => undefined;
    const { left, top, width, height } = box.getBoundingClientRect();
    const act = (type: string, x: number, y: number) =>
      box.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, clientX: left + x, clientY: top + y, bubbles: true }),
      );
    const frame = () => new Promise<number>((drawn) => requestAnimationFrame(drawn));
    act('pointerdown', width / 2, height / 2);
    const times = [await frame()];
    for (let step = 1; (times.at(-1) ?? 0) - (times[0] ?? 0) < lasts * 1000; step += 1) {
      const angle = step / 20;
      act('pointermove', width / 2 + 150 * Math.sin(angle), height / 2 + 100 * (Math.cos(angle) - 1));
      if (step % 10 === 0)
        box.dispatchEvent(
          new WheelEvent('wheel', {
            deltaY: step % 80 < 40 ? -40 : 40,
            ctrlKey: true,
            clientX: left + width / 2,
            clientY: top + height / 2,
            cancelable: true,
          }),
        );
      times.push(await frame());
    }
    act('pointerup', width / 2, height / 2);
    return times.slice(1).map((time, at) => time - (times[at] ?? time));
  }, seconds);

/** Grades of so many pupils, each in a browser of its own without a graphics processor. The page gets its data from here. */
export const measureGradePanning = async (
  executablePath: string,
  origin: string,
  cookie: string,
  sizes: readonly number[],
): Promise<readonly Panned[]> => {
  const measured: Panned[] = [];
  for (const pupils of sizes) {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    try {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nb-NO' });
      // A secure cookie is set for https, and sent to localhost all the same.
      const url = origin.replace('http:', 'https:');
      await context.addCookies([{ name: '__Host-samhold', value: cookie, url, secure: true }]);
      const page = await context.newPage();
      const grade = madeGrade(pupils);
      await page.route('**/api/v1/grade-sociograms/*', (route) => route.fulfill({ json: grade }));
      const begun = performance.now();
      await page.goto(`${origin}/grade-sociogram/${grade.opening.openingId}`);
      await page.locator('[role=img]').waitFor();
      const shownAfter = performance.now() - begun;
      await page.locator('[role=img]').scrollIntoViewIfNeeded();
      // Large enough that most names are written.
      for (let time = 0; time < 3; time += 1) await page.getByRole('button', { name: 'Større' }).click();
      await page.waitForTimeout(500);
      measured.push({ pupils, frames: await drag(page), shownAfter });
    } finally {
      await browser.close();
    }
  }
  return measured;
};
