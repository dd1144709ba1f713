import { expect, test } from './journey.ts';
import { expectAccessible } from './accessibility.ts';
import { expectFits } from './enlarged.ts';
import { lookAt } from './staff-page.ts';
import { signInAs } from './staff.ts';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

test('an employee tells of an incident on a phone: a reload and a lost network take nothing', async ({
  openPage,
  watch,
}) => {
  const page = await openPage(phone);
  await signInAs(page, 'Faglærer i musikk');
  const menu = page.getByRole('button', { name: 'Meny' });
  await menu.click();
  await expectAccessible(page, 'the menu on a phone');
  await page.getByRole('link', { name: 'Hendelser' }).click();
  await expect(menu).toHaveAttribute('aria-expanded', 'false');
  await page.getByRole('link', { name: 'Meld fra om en hendelse' }).click();
  await expectAccessible(page, 'telling on a phone');
  await page.getByLabel('Hvilke elever gjelder det?').fill('a');
  const found = page.getByRole('list', { name: 'Elever som passer' });
  await expect(found).toHaveCount(0);
  await page.getByLabel('Hvilke elever gjelder det?').fill('an 5a');
  await expect(found).toBeVisible();
  await expectAccessible(page, 'pupils found on a phone');
  await found.getByRole('button').first().click();
  const chosen = page.getByRole('list', { name: 'Valgte elever' });
  const [name = ''] = (await chosen.locator('li > span').innerText()).split(' 5A');
  expect(name).toMatch(/\S \S/);
  await page.getByLabel('Hvor skjedde det?').selectOption('playground');
  await page.getByLabel('Hva så du').fill('Sparket ballen vekk fra de andre to ganger.');
  await page.getByRole('button', { name: 'Send meldingen' }).click();
  await expect(page.getByRole('main')).toContainText('Før du sender, mangler hva du gjorde og om noen');
  await page.getByLabel('Hva gjorde du?').fill('Hentet ballen sammen med dem.');
  await page.getByRole('group', { name: 'Måtte noen gripe inn' }).getByLabel('Ja').check();

  await page.reload();
  await expect(page.getByLabel('Hva så du')).toHaveValue(/ballen vekk/);
  await expect(chosen).toContainText(name);
  watch.expected.push(/ERR_INTERNET_DISCONNECTED/, /incidents/);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Send meldingen' }).click();
  await expect(page.getByRole('main')).toContainText('står her fortsatt og er ikke sendt');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Send meldingen' }).click();

  await expect(page.getByRole('main')).toContainText('Meldingen er sendt');
  const own = page.getByRole('article').filter({ hasText: 'ballen vekk' });
  await expect(own).toContainText('Mottatt');
  await expectFits(page, 'own reports on a phone');
  expect(await page.evaluate(() => Object.values(sessionStorage).join())).not.toContain('ballen');
  await page.reload();

  const principal = await openPage();
  await signInAs(principal, 'Rektor');
  await principal.goto('/incidents');
  const row = principal.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('Foresatte er ikke informert');
  await row.getByRole('link').click();
  await principal.waitForURL('/incidents/*');
  await principal.reload();
  await lookAt(principal, 'a report on force');
  await principal.reload();
  await principal.getByRole('button', { name: 'Jeg tar imot meldingen' }).click();
  const report = principal.url();
  await principal.getByRole('link', { name: 'Åpne en sak' }).click();
  await expect(principal.getByRole('main')).toContainText('Det som står i meldingen');
  await principal.getByLabel('Overskrift').fill('Uro i ballbingen');
  await principal
    .getByLabel('Hva vet skolen?')
    .fill('Ballen ble sparket vekk, og en voksen måtte gripe inn.');
  await principal.getByRole('button', { name: 'Åpne saken' }).click();
  await expect(principal.getByRole('heading', { level: 1, name: 'Uro i ballbingen' })).toBeVisible();
  await expect(principal.getByRole('main')).toContainText('Sparket ballen vekk fra de andre to ganger.');
  const opened = principal.url();
  // The report is in the case, and stays open until the guardians know.
  await principal.goto(report);
  await expect(principal.getByRole('link', { name: 'Gå til saken' })).toHaveAttribute(
    'href',
    new URL(opened).pathname,
  );
  await expect(principal.getByRole('link', { name: 'Åpne en sak' })).toHaveCount(0);
  await expect(principal.getByRole('main')).toContainText('Meldingen står åpen');
  await principal.getByRole('button', { name: 'Foresatte er informert' }).click();
  await principal.getByLabel('Hvem informerte hvem').fill('Rektor ringte begge hjem.');
  await principal.getByRole('button', { name: 'Foresatte er informert' }).click();
  await expect(principal.getByRole('main')).not.toContainText('Meldingen står åpen');

  await page.reload();
  await expect(own).toContainText('Blir fulgt opp');
  await expect(page.getByRole('main')).not.toContainText('ballbingen');
  await own.getByRole('button', { name: 'Legg til noe' }).click();
  await own.getByLabel('Legg til eller rett').fill('Det var tre ganger, ikke to.');
  await own.getByRole('button', { name: 'Legg til', exact: true }).click();
  await expect(own).toContainText('Det var tre ganger, ikke to.');
  await expect(own).toContainText('to ganger');
});

test('a second report comes into the case there is, and leads there', async ({ openPage }) => {
  const employee = await openPage();
  await signInAs(employee, 'Faglærer i musikk');
  await employee.goto('/incidents/new');
  await employee.getByLabel('Hvor skjedde det?').selectOption('corridor');
  await employee.getByLabel('Hva så du').fill('Sto igjen i garderoben da de andre gikk ut.');
  await employee.getByLabel('Hva gjorde du?').fill('Fulgte eleven ut.');
  await employee.getByRole('group', { name: 'Måtte noen gripe inn' }).getByLabel('Nei').check();
  await employee.getByRole('button', { name: 'Send meldingen' }).click();
  await expect(employee.getByRole('main')).toContainText('Meldingen er sendt');

  const page = await openPage();
  await signInAs(page, 'Sosiallærer');
  await page.goto('/incidents');
  await page.getByRole('row').filter({ hasText: 'Ingen elev er valgt' }).getByRole('link').first().click();
  await expect(page.getByRole('main')).toContainText('garderoben');
  await page.getByRole('button', { name: 'Legg til i en sak' }).click();
  await expectAccessible(page, 'choosing the case of a report');
  const choice = page.getByLabel('Hvilken sak hører meldingen til?');
  await expect(choice).toContainText(' · ');
  await choice.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Legg til i saken' }).click();
  await page.getByRole('link', { name: 'Gå til saken' }).click();
  await expect(page.getByRole('main')).toContainText('Sto igjen i garderoben da de andre gikk ut.');
});

test('what is about the headteacher goes to the owner, and nobody at the school sees it', async ({
  openPage,
}) => {
  const words = 'Rektor ropte til en elev i trappa.';
  const page = await openPage();
  await signInAs(page, 'Miljøveileder');
  await page.goto('/incidents/new');
  await page.getByLabel('Hvor skjedde det?').selectOption('corridor');
  await page.getByLabel('Hva så du').fill(words);
  await page.getByLabel('Hva gjorde du?').fill('Fulgte eleven til klassen.');
  await page.getByRole('group', { name: 'Måtte noen gripe inn' }).getByLabel('Nei').check();
  await page.getByLabel('Ja, en i skolens ledelse').check();
  await expect(page.getByRole('main')).toContainText('rett til skoleeier');
  await expectAccessible(page, 'telling of leadership');
  await page.getByRole('button', { name: 'Send meldingen' }).click();
  await expect(page.getByRole('main')).toContainText('Meldingen er sendt');

  const owner = await openPage();
  await signInAs(owner, 'Rådgiver hos skoleeier');
  await expect(owner).toHaveURL('/owner');
  await owner.goto('/incidents');
  await lookAt(owner, 'reports to the owner');
  await owner.getByRole('row').getByRole('link').first().click();
  await expect(owner.getByRole('main')).toContainText(words);
  await expect(owner.getByRole('main')).toContainText('Bare skoleeier ser den');
  const address = new URL(owner.url()).pathname;
  await owner.reload();
  await lookAt(owner, 'a report on leadership');

  for (const title of ['Rektor', 'Assisterende rektor', 'Sosiallærer']) {
    const other = await openPage();
    await signInAs(other, title);
    await other.goto('/incidents');
    await other.getByRole('heading', { level: 1, name: 'Hendelser' }).waitFor();
    await expect(other.getByRole('main')).not.toContainText('Miljøveileder');
    expect(await (await other.request.get(`/api/v1${address}`)).text()).not.toContain('trappa');
    expect((await other.request.get(`/api/v1${address}`)).status()).toBe(404);
  }
});

test('the social teacher goes through the signals of the school, and says why one is opened', async ({
  page,
}) => {
  await signInAs(page, 'Sosiallærer');
  await page.goto('/school/signals');
  await expect(page.getByRole('heading', { level: 1, name: 'Tegn på skolen' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Ved ren tilfeldighet');
  const all = await page.getByRole('article').count();
  expect(all).toBeGreaterThan(3);
  await page.getByLabel('Klasse', { exact: true }).selectOption('4A');
  const here = page.getByRole('article');
  expect(await here.count()).toBeLessThan(all);
  const signal = here.first();
  await signal.getByRole('button', { name: 'Se hvem det gjelder' }).click();
  await expect(signal.getByRole('button', { name: 'Åpne' })).toBeDisabled();
  await signal.getByLabel('Elevsaksmøtet skal snakke om eleven').check();
  await signal.getByRole('button', { name: 'Åpne' }).click();
  await expect(signal.getByRole('heading', { level: 4, name: 'Det bygger på' })).toBeVisible();
  await expectAccessible(page, 'a signal opened');
});
