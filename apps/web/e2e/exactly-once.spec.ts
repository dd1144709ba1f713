import { expect, test } from './journey.ts';
import { chooseToTheEnd, choicesOf, enterPatiently, startSociogram, type Choices } from './own-choices.ts';
import { beginQuestions, enter, handIn, seeAllSent } from './pupil.ts';
import { pagesKept, partsWaiting } from './tablet-store.ts';
import { openUnsteadyNetwork } from './unsteady-network.ts';

const delivered = { name: 'Takk. Svarene dine er levert.' };
const kept = { name: 'Takk. Svarene dine er tatt vare på.' };

test('whatever the network does, each pupil has one response, and it is what the pupil chose', async ({
  page,
  openPage,
  watch,
}) => {
  test.setTimeout(300_000);
  const { cardAt, code, path } = await startSociogram(page);
  const chosen = new Map<string, Choices>();

  await test.step('every request is cut: before it arrives, its answer after, and in the middle of it', async () => {
    watch.expected.push(
      /^net::ERR_/,
      /error occurred when fetching the script/,
      /Unable to preload CSS/,
      /Failed to fetch dynamically imported module/,
    );
    const network = await openUnsteadyNetwork();
    const tablet = await openPage({ proxy: network.proxy });
    const card = cardAt(0);
    await enterPatiently(tablet, code, card);
    await beginQuestions(tablet);
    chosen.set(card.name, await chooseToTheEnd(tablet, 0));
    await tablet.getByText('Nei takk', { exact: true }).click();
    await tablet.getByRole('button', { name: 'Lever svarene' }).click();
    await expect(tablet.getByRole('heading', delivered)).toBeVisible({ timeout: 60_000 });
    await tablet.close();
    await network.close();
    const asked = [
      'GET /s',
      'POST /api/v1/join',
      'POST /api/v1/pupil-session',
      'GET /api/v1/pupil-session/form',
    ];
    for (const what of asked)
      expect(network.cut.filter((one) => one.endsWith(`: ${what}`))).toEqual([
        `never arrives: ${what}`,
        `answer lost: ${what}`,
        `answer broken off: ${what}`,
      ]);
    const parts = network.cut.filter((one) => /^answer (lost|broken off): PUT .*\/parts$/.test(one));
    expect(parts.length).toBeGreaterThan(1);
  });

  await test.step('the server answers 503, 409 and 410 before it takes anything', async () => {
    watch.expected.push(/^(503|409|410) (GET|POST|PUT|DELETE) /, /^Service Worker registration blocked/);
    // The worker would hand over past what is put in the page's way.
    const tablet = await openPage({ serviceWorkers: 'block' });
    const card = cardAt(1);
    const times = new Map<string, number>();
    const answers = [
      { status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable"}' },
      { status: 409, contentType: 'application/problem+json', body: '{"code":"response_exists"}' },
      { status: 410, contentType: 'text/html', body: '<h1>Gone</h1>' },
    ];
    await tablet.route('**/api/v1/**', (route, request) => {
      const key = `${request.method()} ${request.url()} ${request.postData() ?? ''}`;
      const time = times.get(key) ?? 0;
      times.set(key, time + 1);
      const answer = answers[time];
      return answer === undefined ? route.continue() : route.fulfill(answer);
    });
    await enterPatiently(tablet, code, card);
    await beginQuestions(tablet);
    chosen.set(card.name, await chooseToTheEnd(tablet, 2));
    await tablet.getByText('Nei takk', { exact: true }).click();
    await tablet.getByRole('button', { name: 'Lever svarene' }).click();
    await expect(tablet.getByRole('heading', delivered)).toBeVisible({ timeout: 60_000 });
    await tablet.close();
  });

  await test.step('by touch, on slow 4G that gets slower', async () => {
    const tablet = await openPage({ hasTouch: true, isMobile: true });
    const card = cardAt(2);
    const network = await tablet.context().newCDPSession(tablet);
    const slow = (latency: number, bits: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency,
        downloadThroughput: bits / 8,
        uploadThroughput: bits / 16,
      });
    await slow(150, 1_600_000);
    await tablet.goto('/s');
    await tablet.getByLabel('Klassekode').tap();
    await tablet.keyboard.insertText(code);
    const tap = (name: string) => tablet.getByRole('button', { name, exact: true }).tap();
    await tap('Neste');
    await tap(card.name);
    for (const picture of card.pictures) await tap(picture);
    await tap('Jeg er klar');
    await tablet.getByText('Sol', { exact: true }).tap();
    await tap('Begynn');
    await slow(400, 400_000);
    const byTouch = await chooseToTheEnd(tablet, 4, undefined, (target) => target.tap());
    chosen.set(card.name, byTouch);
    await tablet.getByText('Nei takk', { exact: true }).tap();
    await tap('Lever svarene');
    await expect(tablet.getByRole('heading', delivered)).toBeVisible();
    await tap('Neste elev');
    await expect(tablet.getByRole('heading', { name: 'Finn navnet ditt' })).toBeVisible();
    await tablet.close();
  });

  await test.step('offline from the second question on, and the page reloaded at every step', async () => {
    const tablet = await openPage();
    const card = cardAt(3);
    const codeField = tablet.getByLabel('Klassekode');
    await tablet.goto('/s');
    await tablet.reload();
    await codeField.fill(code);
    await tablet.getByRole('button', { name: 'Neste' }).click();
    await expect(tablet.getByRole('heading', { name: 'Finn navnet ditt' })).toBeVisible();
    await tablet.reload();
    await expect(codeField).toBeVisible();
    await enter(tablet, code, card);
    await pagesKept(tablet);
    await tablet.reload();
    await tablet.getByRole('button', { name: 'Jeg er klar' }).click();
    await tablet.reload();
    await beginQuestions(tablet);
    const choices = await chooseToTheEnd(tablet, 6, async (number) => {
      if (number === 1) await seeAllSent(tablet);
      await tablet.context().setOffline(true);
      await tablet.reload();
    });
    chosen.set(card.name, choices);
    await tablet.reload();
    await tablet.getByText('Nei takk', { exact: true }).click();
    await tablet.getByRole('button', { name: 'Lever svarene' }).click();
    await expect(tablet.getByRole('heading', kept)).toBeVisible();
    await tablet.reload();
    await expect(codeField).toBeVisible();
    await expect(tablet.locator('body')).not.toContainText(card.name);
    expect(await partsWaiting(tablet)).toBeGreaterThan(0);
    await tablet.context().setOffline(false);
    // By the page or by the worker, whichever comes first.
    await expect.poll(() => partsWaiting(tablet), { timeout: 60_000 }).toBe(0);
    await tablet.close();
  });

  await test.step('with nothing in the way, to compare with', async () => {
    const tablet = await openPage();
    await enter(tablet, code, cardAt(4));
    await beginQuestions(tablet);
    chosen.set(cardAt(4).name, await chooseToTheEnd(tablet, 8));
    await handIn(tablet);
    await tablet.close();
  });

  await page.goto(path);
  for (const name of chosen.keys()) {
    const row = page.getByRole('listitem').filter({ hasText: name });
    await expect(row.getByText('har svart')).toBeVisible();
  }
  const stored = await choicesOf(page, path);
  for (const [name, choices] of chosen) {
    expect(choices.length).toBeGreaterThan(1);
    expect([name, stored(name)]).toEqual([name, choices]);
  }
});
