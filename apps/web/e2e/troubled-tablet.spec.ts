import type { Page, Route } from '@playwright/test';
import { expect, test } from './journey.ts';
import { chooseToTheEnd, choicesOf, startSociogram, type Choices } from './own-choices.ts';
import {
  beginQuestions,
  closingTitle,
  enter,
  findMyself,
  handIn,
  joinClass,
  pressPictures,
  seeAllSent,
} from './pupil.ts';
import { pagesKept } from './tablet-store.ts';
import { watchPage } from './watch-page.ts';

const HOUR = 3_600_000;

/** Damages what lies on the tablet: two entries among the parts that wait, one of them of no upload, and the upload itself. */
const damageStore = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('samhold-elev');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('The store cannot be opened.'));
    });
    const work = database.transaction(['uploads', 'parts'], 'readwrite');
    const uploads = work.objectStore('uploads');
    await new Promise<void>((resolve, reject) => {
      work.oncomplete = () => resolve();
      work.onerror = () => reject(new Error('The store cannot be written.'));
      uploads.getAllKeys().onsuccess = ({ target }) => {
        const [token = ''] = (target as IDBRequest<string[]>).result;
        work.objectStore('parts').put({ token, number: 900, responseId: null, sealed: 12 });
        work.objectStore('parts').put({ token: 'å\n', number: 1, responseId: '../..', sealed: 'x' });
        uploads.put({ token, nextPart: 'x' });
      };
    });
    database.close();
  });

/** From now on the browser has no room for what the page would write. */
const fillStore = (page: Page): Promise<void> =>
  page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });

/** The form comes with a first question of a type that these pages do not know. */
const newerForm = async (route: Route): Promise<void> => {
  const response = await route.fetch();
  // Checked by the route's response schema.
  const form = (await response.json()) as { questionnaire: { items: object[] } };
  form.questionnaire.items[0] = { ...form.questionnaire.items[0], type: 'drawing' };
  await route.fulfill({ response, json: form });
};

test('two tabs, two tablets, a wrong clock, a damaged store, a full one and a newer form: each pupil has one response', async ({
  page,
  openPage,
  watch,
}) => {
  test.setTimeout(300_000);
  watch.expected.push(/^net::ERR_INTERNET_DISCONNECTED /);
  const { cardAt, code, path } = await startSociogram(page);
  const chosen = new Map<string, Choices>();
  /** Where two answer at the same moment, each answer is one of theirs, whole. */
  const either = new Map<string, readonly [Choices, Choices]>();

  const begin = async (place: number): Promise<Page> => {
    const tablet = await openPage();
    await enter(tablet, code, cardAt(place));
    await beginQuestions(tablet);
    return tablet;
  };

  await test.step('two tabs on one tablet answer at once', async () => {
    const first = await begin(0);
    const second = await first.context().newPage();
    watchPage(second, watch);
    await second.goto('/s');
    await beginQuestions(second);
    either.set(cardAt(0).name, await Promise.all([chooseToTheEnd(first, 0), chooseToTheEnd(second, 4)]));
    await Promise.all([handIn(first), handIn(second)]);
    await first.context().close();
  });

  await test.step('two tablets of one pupil answer at once, and the one begun last holds', async () => {
    const [first, second] = [await begin(1), await openPage()];
    await enter(second, code, cardAt(1));
    await beginQuestions(second);
    const [, later] = await Promise.all([chooseToTheEnd(first, 0), chooseToTheEnd(second, 4)]);
    chosen.set(cardAt(1).name, later);
    await handIn(second);
    await handIn(first);
  });

  await test.step('the clock is a day ahead, then a day behind', async () => {
    const tablet = await openPage();
    await tablet.clock.setFixedTime(Date.now() + 24 * HOUR);
    await enter(tablet, code, cardAt(2));
    await beginQuestions(tablet);
    const choices = await chooseToTheEnd(tablet, 2, async (number) => {
      if (number > 1) return;
      await seeAllSent(tablet);
      await tablet.clock.setFixedTime(Date.now() - 24 * HOUR);
      await tablet.reload();
      // To this tablet the pupil left two days from now: it knows nobody any more.
      await joinClass(tablet, code);
      await findMyself(tablet, cardAt(2).name);
      await pressPictures(tablet, cardAt(2).pictures);
      await expect(tablet.getByText(/^Spørsmål 2 av/)).toBeVisible();
    });
    chosen.set(cardAt(2).name, choices);
    await handIn(tablet);
  });

  await test.step('the clock goes over to summer time, and over to winter time', async () => {
    const tablet = await openPage();
    await tablet.clock.setFixedTime('2027-03-28T00:59:50Z');
    await enter(tablet, code, cardAt(3));
    await beginQuestions(tablet);
    const choices = await chooseToTheEnd(tablet, 4, async (number) => {
      if (number > 1) return;
      await seeAllSent(tablet);
      await tablet.clock.setFixedTime('2027-03-28T01:00:10Z');
      await tablet.reload();
      await expect(tablet.getByText(/^Spørsmål 2 av/)).toBeVisible();
    });
    chosen.set(cardAt(3).name, choices);
    await tablet.clock.setFixedTime('2026-10-25T00:59:50Z');
    await expect(tablet.getByRole('heading', { name: closingTitle })).toBeVisible();
    await tablet.clock.setFixedTime('2026-10-25T01:00:10Z');
    await handIn(tablet);
  });

  await test.step('what cannot be read on the tablet stands in no answer’s way', async () => {
    const tablet = await begin(4);
    await pagesKept(tablet);
    const choices = await chooseToTheEnd(tablet, 6, async (number) => {
      if (number > 1) return;
      await seeAllSent(tablet);
      await tablet.context().setOffline(true);
      await tablet.reload();
      await damageStore(tablet);
      await tablet.reload();
      await expect(tablet.locator('body')).not.toContainText('kunne ikke');
    });
    chosen.set(cardAt(4).name, choices);
    await tablet.context().setOffline(false);
    await seeAllSent(tablet);
    await handIn(tablet);
  });

  await test.step('a tablet that is full says so, and keeps the page’s own until it is sent', async () => {
    const tablet = await begin(5);
    await pagesKept(tablet);
    await tablet.context().setOffline(true);
    await fillStore(tablet);
    chosen.set(cardAt(5).name, await chooseToTheEnd(tablet, 8));
    await expect(tablet.getByText('Det er ikke plass på nettbrettet.')).toBeVisible();
    await tablet.getByText('Nei takk', { exact: true }).click();
    await tablet.getByRole('button', { name: 'Lever svarene' }).click();
    await expect(tablet.getByRole('heading', { name: 'Leverer svarene dine' })).toBeVisible();
    await expect(tablet.getByRole('main').getByText('Det er ikke plass på nettbrettet.')).toBeVisible();
    await tablet.context().setOffline(false);
    await expect(tablet.getByRole('heading', { name: 'Takk. Svarene dine er levert.' })).toBeVisible();
  });

  await test.step('a form these pages cannot show is told to the teacher, not to the pupil', async () => {
    const [stopped, tablet] = [await openPage(), await openPage()];
    for (const [place, shown] of [stopped, tablet].entries()) {
      await shown.route('**/pupil-session/form', newerForm);
      await joinClass(shown, code);
      await findMyself(shown, cardAt(6 + place).name);
      await pressPictures(shown, cardAt(6 + place).pictures);
      await expect(shown.getByRole('heading', { name: 'Her stoppet det' })).toBeVisible();
      await expect(shown.getByRole('main')).not.toContainText('Spørsmål');
    }
    await tablet.unroute('**/pupil-session/form');
    await tablet.getByRole('button', { name: 'Prøv nå' }).click();
    await findMyself(tablet, cardAt(7).name);
    await pressPictures(tablet, cardAt(7).pictures);
    await beginQuestions(tablet);
    chosen.set(cardAt(7).name, await chooseToTheEnd(tablet, 1));
    await handIn(tablet);
  });

  await page.goto(path);
  const row = (place: number) => page.getByRole('listitem').filter({ hasText: cardAt(place).name });
  await expect(row(4).getByText('2 svar på nettbrettet kunne ikke leses.')).toBeVisible();
  await expect(row(6).getByText('Spørsmål 1 er av en type som nettbrettet ikke kjenner.')).toBeVisible();
  await expect(page.getByText('nettbrettet ikke kjenner')).toHaveCount(1);
  await expect(page.getByText('kunne ikke')).toHaveCount(1);
  const stored = await choicesOf(page, path);
  for (const [name, choices] of chosen) {
    expect(choices.length).toBeGreaterThan(1);
    expect([name, stored(name)]).toEqual([name, choices]);
  }
  for (const [name, [first, second]] of either) {
    expect(first).not.toEqual(second);
    for (const [at, names] of stored(name).entries()) expect([first[at], second[at]]).toContainEqual(names);
    expect(stored(name)).toHaveLength(first.length);
  }
});
