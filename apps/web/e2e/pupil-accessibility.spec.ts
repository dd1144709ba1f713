import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expectTargets, goRound, pressKey, tabTo } from './by-keyboard.ts';
import { expectFits } from './enlarged.ts';
import { listenIn } from './heard-sounds.ts';
import { expect, test } from './journey.ts';
import { closingTitle, questionCount, seeAllSent } from './pupil.ts';
import { closeSitting, startOwnRound, type PictureCard } from './staff.ts';

const wellbeingWords = ['Veldig bra', 'Bra', 'Midt imellom', 'Ikke så bra', 'Ikke bra i det hele tatt'];

/** A sitting of 7B, and a tablet that has a voice, so that the speaker buttons are there. */
const openSitting = async (page: Page, tablet: Page, button: string) => {
  const sitting = await startOwnRound(page, '7B', button);
  await listenIn(tablet, ['nb-NO']);
  return sitting;
};

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** A new screen is read from its heading, and everything on it is within reach. Returns the stops of the keyboard. */
const arrive = async (page: Page, title: string | RegExp): Promise<readonly string[]> => {
  await expect(heading(page)).toHaveText(title);
  await expect(heading(page)).toBeFocused();
  const place = String(title);
  await expectAccessible(page, place);
  await expectTargets(page, place);
  await expectFits(page, place);
  return goRound(page, place);
};

/** By the class code, the name and the pictures; `look` is what is done on every screen. */
const getIn = async (page: Page, code: string, { name, pictures }: PictureCard): Promise<void> => {
  await page.goto('/s');
  expect(await arrive(page, 'Skriv klassekoden')).toEqual([
    'textbox Klassekode',
    'button Jeg har et merke',
    'link Logg inn med skolekontoen',
    'combobox Språk',
  ]);
  await tabTo(page, 'textbox', 'Klassekode');
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  const names = await arrive(page, 'Finn navnet ditt');
  expect(names).toContain(`button ${name}`);
  await pressKey(page, name);
  await arrive(page, `Hei, ${name}. Velg de tre bildene dine`);
  for (const picture of pictures) await pressKey(page, picture);
};

test('a pupil answers a wellbeing survey by keyboard alone, and every screen tells where it stands', async ({
  page,
  openPage,
  watch,
}) => {
  test.setTimeout(300_000);
  const tablet = await openPage();
  const { cards, code } = await openSitting(page, tablet, 'Start trivselsundersøkelse');
  const [card] = cards;
  if (card === undefined) throw new Error('The class has no pupils.');

  watch.expected.push(/^403 POST \/api\/v1\/pupil-session$/);
  await getIn(tablet, code, { ...card, pictures: card.pictures.toReversed() });
  await expect(tablet.getByRole('alert')).toHaveText('Det stemte ikke helt. Prøv en gang til.');
  // What was pressed last is where the keyboard still stands.
  await expect(tablet.getByRole('button', { name: card.pictures[0] ?? '', exact: true })).toBeFocused();
  await pressKey(tablet, card.pictures[0] ?? '');
  await pressKey(tablet, 'Angre');
  await expect(tablet.getByRole('button', { name: 'Angre' })).toBeFocused();
  for (const picture of card.pictures) await pressKey(tablet, picture);

  expect(await arrive(tablet, `Hei, ${card.name}. Dette er greit å vite`)).toEqual([
    'button Hør teksten',
    'button Det er ikke meg',
    'button Jeg er klar',
    'combobox Språk',
  ]);
  await pressKey(tablet, 'Jeg er klar');
  await arrive(tablet, 'Først en liten prøve: Hva liker du best?');
  await tabTo(tablet, 'radio', 'Sol');
  await tablet.keyboard.press('ArrowDown');
  await expect(tablet.getByRole('radio', { name: 'Snø' })).toBeChecked();
  await pressKey(tablet, 'Begynn', 'Space');

  const question = 'Hvordan har du hatt det på skolen de siste ukene?';
  expect(await arrive(tablet, question)).toEqual([
    'button Hør spørsmålet',
    `radio ${wellbeingWords[0] ?? ''}`,
    ...wellbeingWords.map((word) => `button Hør «${word}»`),
    'button Hør «Vil ikke svare»',
    'button Tilbake',
    'button Neste',
    'button Skjul',
    'button Slutt',
  ]);
  const total = await questionCount(tablet);
  await tabTo(tablet, 'radio', 'Veldig bra');
  await tablet.keyboard.press('ArrowDown');
  await expect(tablet.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - paragraph: ${card.name}
      - paragraph: Spørsmål 1 av ${String(total)}
      - status
      - button "Skjul"
      - button "Slutt"
    - main:
      - group "${question}":
        - heading "${question}" [level=1]
        - button "Hør spørsmålet"
        - radio "Veldig bra"
        - text: Veldig bra
        - button "Hør «Veldig bra»"
        - radio "Bra" [checked]
        - text: Bra
        - button "Hør «Bra»"
      - button "Tilbake"
      - button "Neste"
  `);
  await pressKey(tablet, 'Skjul');
  await expect(tablet.getByText('Svarene er skjult.')).toBeVisible();
  expect(await goRound(tablet, 'covered')).not.toContain('radio Bra');
  await pressKey(tablet, 'Vis');
  await pressKey(tablet, 'Neste');
  await seeAllSent(tablet);

  await tablet.goto(`/s?code=${code}`);
  expect(await arrive(tablet, `Er du ${card.name}?`)).toEqual([
    'button Ja, fortsett',
    'button Det er ikke meg',
    'combobox Språk',
  ]);
  await pressKey(tablet, 'Ja, fortsett');
  for (let number = 2; number <= total; number += 1) {
    await expect(tablet.getByText(`Spørsmål ${String(number)} av ${String(total)}`)).toBeVisible();
    const stops = await arrive(tablet, /\?$|\.$/);
    expect(stops.filter((stop) => stop.startsWith('radio '))).toHaveLength(1);
    await tabTo(tablet, 'radio', /./);
    await tablet.keyboard.press('Space');
    await pressKey(tablet, 'Neste');
  }
  await arrive(tablet, closingTitle);
  await tabTo(tablet, 'radio', /./);
  await tablet.keyboard.press('ArrowUp');
  await expect(tablet.getByRole('radio', { name: 'Nei takk' })).toBeChecked();
  await pressKey(tablet, 'Lever svarene');
  expect(await arrive(tablet, 'Takk. Svarene dine er levert.')).toEqual(['button Neste elev']);
  await closeSitting(page);
});

test('a pupil chooses classmates by keyboard alone, with what is chosen said and the keyboard kept', async ({
  page,
  openPage,
}) => {
  test.setTimeout(300_000);
  const tablet = await openPage();
  const { cards, code } = await openSitting(page, tablet, 'Start sosiogram');
  const card = cards.at(1);
  if (card === undefined) throw new Error('The class has too few pupils.');
  await getIn(tablet, code, card);
  await pressKey(tablet, 'Jeg er klar');
  await pressKey(tablet, 'Begynn');
  const stops = await arrive(tablet, /\?$/);
  const mates = await tablet.locator('.mates label').allInnerTexts();
  expect([...mates].toSorted()).toEqual(
    cards
      .filter((one) => one !== card)
      .map(({ name }) => name)
      .toSorted(),
  );
  expect(stops).toEqual([
    'button Hør spørsmålet',
    'searchbox Søk etter navn',
    ...mates.map((name) => `checkbox ${name}`),
    'radio Ingen',
    'button Hør «Ingen»',
    'button Hør «Vil ikke svare»',
    'button Tilbake',
    'button Neste',
    'button Skjul',
    'button Slutt',
  ]);
  const group = tablet.getByRole('group', { name: await heading(tablet).innerText() });
  await expect(group.getByRole('checkbox')).toHaveCount(mates.length);

  const [first = '', second = '', third = '', fourth = ''] = mates;
  for (const name of [first, second, third]) {
    await tabTo(tablet, 'checkbox', name);
    await tablet.keyboard.press('Space');
  }
  await expect(group.getByRole('status').first()).toHaveText('Du har valgt 3 av 3');
  await tabTo(tablet, 'checkbox', fourth);
  await tablet.keyboard.press('Space');
  await expect(group.getByRole('status').last()).toHaveText(/^Du har valgt 3\. Ta bort en først/);
  await expectAccessible(tablet, 'three chosen');
  await expectTargets(tablet, 'three chosen');
  await expectFits(tablet, 'three chosen');
  await tablet.setViewportSize({ width: 320, height: 256 });
  await goRound(tablet, 'three chosen, 400 %');
  await tablet.setViewportSize({ width: 1024, height: 768 });

  await pressKey(tablet, `Ta bort ${first}`);
  await expect(group.getByRole('status').first()).toHaveText('Du har valgt 2 av 3');
  await tablet.keyboard.press('Tab');
  await expect(tablet.getByRole('button', { name: `Ta bort ${second}` })).toBeFocused();
  await tabTo(tablet, 'searchbox', 'Søk etter navn');
  await tablet.keyboard.type(fourth);
  await tabTo(tablet, 'checkbox', fourth);
  await tablet.keyboard.press('Space');
  await expect(tablet.getByRole('button', { name: `Ta bort ${fourth}` })).toBeVisible();
  await pressKey(tablet, 'Slutt');
  await expect(heading(tablet)).toHaveText(closingTitle);
  await tabTo(tablet, 'radio', /./);
  await tablet.keyboard.press('ArrowUp');
  await pressKey(tablet, 'Lever svarene');
  await expect(heading(tablet)).toHaveText('Takk. Svarene dine er levert.');
  await closeSitting(page);
});
