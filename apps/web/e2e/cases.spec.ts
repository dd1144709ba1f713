import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './staff-page.ts';
import { signInAs, signInAsTeacherOf, signInAnew } from './staff.ts';

/** The form that stands on the page of a case, opened by its button. */
const openForm = async (page: Page, button: string): Promise<Locator> => {
  const opener = page.getByRole('button', { name: button, exact: true });
  if (!(await opener.isVisible())) await page.getByText('Mer du kan gjøre').click();
  await opener.click();
  return page.locator('main form');
};

/** Writes in the fields of a form by their labels, and saves. */
const write = async (page: Page, button: string, texts: Readonly<Record<string, string>>, save: string) => {
  const form = await openForm(page, button);
  for (const [label, text] of Object.entries(texts)) await form.getByLabel(label).fill(text);
  await form.getByRole('button', { name: save }).click();
  await expect(form).toHaveCount(0);
};

test('from a signal, by a case and its plan, to «trygt og godt»; and the documents a party and the archive get', async ({
  page,
  openPage,
  watch,
}) => {
  test.setTimeout(300_000);
  const classId = await signInAsTeacherOf(page, '6B');
  await page.goto(`/class/${classId}/signals`);
  const signal = page.getByRole('article').filter({ hasText: 'Ikke sett på ennå' }).first();
  const label = await signal.getByRole('heading', { level: 3 }).innerText();
  const evidence = signal.getByRole('heading', { name: 'Det bygger på' });
  if (!(await evidence.isVisible())) await signal.getByRole('heading', { level: 3 }).click();
  await signal.getByRole('button', { name: 'Skriv hva du har sett' }).click();
  await page
    .locator('form')
    .getByLabel('Hva har du sett eller hørt?')
    .fill('Går alene langs gjerdet i storefri.');
  await page.locator('form').getByLabel('Stemmer med det vi ser').check();
  await page.locator('form').getByRole('button', { name: 'Lagre' }).click();
  const open = page.getByRole('link', { name: `Åpne en skolemiljøsak om ${label}` });
  const seen = page
    .getByRole('article')
    .filter({ hasText: label })
    .filter({ hasText: 'Stemmer med det vi ser' });
  await expect(async () => {
    if (!(await open.isVisible())) await seen.getByRole('heading', { level: 3 }).click();
    await expect(open).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await open.click();

  await page.getByRole('button', { name: 'Åpne saken' }).click();
  await expect(page.getByText('Gi saken en kort overskrift.')).toBeVisible();
  await page.getByLabel('Overskrift').fill('Alene i friminuttene');
  await page.getByLabel('Hva vet skolen?').fill(`${label} har stått alene i tre uker.`);
  await page.reload();
  await expect(page.getByLabel('Overskrift')).toHaveValue('Alene i friminuttene');
  await expectAccessible(page, 'opening a case');
  await page.getByRole('button', { name: 'Åpne saken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Alene i friminuttene' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Går alene langs gjerdet i storefri.');
  await expect(page.getByRole('main')).toContainText('Norm: 5 skoledager, ikke en lovfrist.');
  const address = page.url();

  const social = await openPage();
  await signInAs(social, 'Sosiallærer');
  await social.goto('/cases');
  await social.getByRole('link', { name: 'Alene i friminuttene' }).first().click();
  await expect(social).toHaveURL(address);
  await write(
    social,
    'Skriv hva dere gjorde',
    { 'Hvem grep inn?': 'Vakta', 'Hva ble gjort?': 'Ble med i leken.' },
    'Lagre i saken',
  );
  const told = await openForm(social, 'Før at rektor er varslet');
  await told.getByLabel('Hvem varslet?').fill('Sosiallærer');
  await told.getByLabel('Hva fikk rektor vite, og hvordan?').fill('Alt vi vet, muntlig.');
  await told.getByLabel('Nei').check();
  await told.getByRole('button', { name: 'Lagre i saken' }).click();
  await expect(told).toHaveCount(0);
  await write(
    social,
    'Planlegg undersøkelsen',
    {
      'Hvem gjør det?': 'Kontaktlærer',
      'Med hvem, eller hvor?': 'I storefri',
      Innen: '2099-01-10',
    },
    'Lagre i saken',
  );
  // What must come first is said where it cannot be done yet.
  await expect(social.getByText(/Oppsummer undersøkelsen: kan gjøres når/)).toBeVisible();
  await write(
    social,
    'Før en samtale med eleven',
    { 'Hvem snakket med eleven?': 'Sosiallærer', 'Hva sier eleven?': 'Jeg vet ikke hvem jeg kan være med.' },
    'Lagre i saken',
  );
  await write(
    social,
    'Før hva som er sjekket',
    { 'Hva er sjekket?': 'At det har vart lenge.', 'Hvordan, og hva viste det?': 'Sett i fem friminutt.' },
    'Lagre i saken',
  );
  const found = await openForm(social, 'Oppsummer undersøkelsen');
  await found.getByLabel('Hva fant dere?').fill('Eleven holdes utenfor leken.');
  await found.getByLabel('Nei').check();
  await found.getByRole('button', { name: 'Lagre i saken' }).click();
  await expect(found).toHaveCount(0);

  const plan = await openForm(social, 'Lag tiltaksplan');
  const other = await social.evaluate(async () => {
    // Checked by the route's response schema.
    const choices = (await (await fetch('/api/v1/case-choices')).json()) as {
      classes: { name: string; pupils: { label: string }[] }[];
    };
    return choices.classes.find(({ name }) => name === '1A')?.pupils[0]?.label ?? '';
  });
  await plan
    .getByLabel('Hvilket problem skal tiltakene løse?')
    .fill(`Leken styres av ${other} fra en annen klasse.`);
  await plan.getByLabel('Hva skal gjøres?').fill('Lekegruppe med en voksen i storefri.');
  await plan.getByRole('radio', { name: 'Klassen' }).check();
  await plan.getByLabel('Hvem er ansvarlig?').selectOption({ index: 1 });
  await plan.getByLabel('Fra', { exact: true }).fill('2026-11-02');
  await plan.getByLabel('Til', { exact: true }).fill('2099-03-01');
  await plan.getByLabel('Hva mener eleven?').fill('Vil være med i leken.');
  await plan.getByLabel('Hva mener foresatte?').fill('Er enige.');
  await plan.getByLabel('Hvorfor er tiltakene til barnets beste?').fill('Gir noen å være sammen med.');
  await plan.getByRole('button', { name: 'Lagre planen' }).click();
  await expect(plan.getByRole('alert').or(plan.locator('.ds-alert')).first()).toBeVisible();
  await plan.getByLabel('Dato 1').fill('2099-01-15');
  await expectAccessible(social, 'a plan being made');
  await plan.getByRole('button', { name: 'Lagre planen' }).click();
  await expect(plan).toHaveCount(0);
  await expect(social.getByRole('heading', { name: 'Tiltaksplan' }).first()).toBeVisible();

  // The document for the family: the other child's name is masked, and nothing is made unread.
  await social.getByRole('link', { name: 'Dokumenter' }).click();
  await social.getByRole('button', { name: 'Begynn gjennomlesing' }).click();
  await expect(social.getByRole('heading', { level: 1, name: /^Tiltaksplan for/ })).toBeVisible();
  await social.reload();
  await lookAt(social, 'a document being read through');
  await social.reload();
  await expect(social.getByRole('button', { name: new RegExp(`^${other}.*skjermes`) })).toBeVisible();
  const finish = social.getByRole('button', { name: 'Lag ferdig dokument' });
  await expect(finish).toBeDisabled();
  const unread = social.getByRole('checkbox', { name: 'Jeg har lest teksten', checked: false });
  for (let left = await unread.count(); left > 0; left -= 1) {
    await unread.first().check();
    await expect(unread).toHaveCount(left - 1);
  }
  await finish.click();
  const pdf = social.waitForEvent('download');
  await social.getByRole('button', { name: 'Last ned PDF' }).click();
  expect((await pdf).suggestedFilename()).toMatch(/^tiltaksplan-.+\.pdf$/);
  await social.getByRole('link', { name: /^Dokumenter i sak/ }).click();
  await social.getByRole('button', { name: 'Last ned til arkivet' }).click();
  watch.expected.push(/^403 POST \/api\/v1\/cases\/[^/]+\/exports$/);
  await signInAnew(social, 'Sosiallærer');
  const zip = social.waitForEvent('download');
  await social.getByRole('button', { name: 'Last ned til arkivet' }).click();
  expect((await zip).suggestedFilename()).toMatch(/^sak-.+\.zip$/);
  await social.getByLabel('Nummer i arkivet').fill('2026/77');
  const today = await social.evaluate(() => new Date().toLocaleDateString('sv-SE'));
  await social.getByLabel('Dag', { exact: true }).fill(today);
  await social.getByRole('button', { name: 'Lagre' }).click();
  await expect(social.getByText(/som 2026\/77/)).toBeVisible();
  await expectAccessible(social, 'the documents of a case');

  await social.goto(address);
  const evaluation = await openForm(social, 'Evaluer');
  await evaluation.getByLabel('Eleven', { exact: true }).check();
  await evaluation.getByLabel('Foresatte', { exact: true }).check();
  await evaluation
    .getByRole('radio', { name: 'Virker', exact: true })
    .or(evaluation.getByLabel('Virker det?'))
    .first()
    .check();
  await evaluation.getByRole('radio', { name: 'Avslutt tiltaket' }).check();
  await evaluation.getByLabel('Hva ser dere?').fill('Er med i leken de fleste dager.');
  await evaluation.getByLabel(/^Hva sier (?!foresatte)/).fill('Det er mye bedre nå.');
  await evaluation.getByLabel('Hva sier foresatte?').fill('Gleder seg til skolen.');
  await evaluation.getByLabel('Hva kom dere frem til?').fill('Saken kan avsluttes.');
  await evaluation.getByRole('button', { name: 'Lagre evalueringen' }).click();
  await expect(evaluation).toHaveCount(0);

  const closing = await openForm(social, 'Avslutt saken');
  await closing.getByLabel(/det trygt og godt\?$/).fill('Ja, nå har jeg noen å være med.');
  await closing
    .getByLabel('Hvorfor kan saken avsluttes?')
    .fill('Eleven sier det er godt, og vi ser det samme.');
  await closing.getByRole('button', { name: 'Avslutt saken' }).click();
  await expect(closing).toHaveCount(0);
  await expect(social.getByRole('main')).toContainText('Ja, nå har jeg noen å være med.');
  await expectAccessible(social, 'a closed case');

  // The contact teacher, who takes part, reads how it went.
  await page.goto(address);
  await expect(page.getByRole('main')).toContainText('Ja, nå har jeg noen å være med.');
  await expect(page.getByRole('link', { name: 'Dokumenter' })).toHaveCount(0);
});
