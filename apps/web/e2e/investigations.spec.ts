import type { CaseList } from '@samhold/contract';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './journey.ts';
import { answerRest, beginQuestions, enter, handIn } from './pupil.ts';
import { lookAt } from './staff-page.ts';
import { readPictureCards, signInAnew, signInAs, signInAsTeacherOf } from './staff.ts';

test('a case asks its pupils: asked for, approved, answered on tablets, and read by those who are named', async ({
  page,
  openPage,
  watch,
}) => {
  test.setTimeout(300_000);
  await signInAs(page, 'Sosiallærer');
  const caseId = await page.evaluate(async () => {
    // Checked by the route's response schema.
    const { cases } = (await (await fetch('/api/v1/cases')).json()) as CaseList;
    return cases.find(({ stage }) => stage === 'investigating')?.caseId ?? '';
  });
  await page.goto(`/cases/${caseId}/investigations`);
  await lookAt(page, 'asking for a survey within a case');
  await page.reload();
  await page.getByRole('button', { name: 'Send til godkjenning' }).click();
  await expect(page.getByText('Kryss av for hvordan mistanken er.')).toBeVisible();
  await page.getByLabel('Den har vart lenge').check();
  await page.getByLabel('Hva er mistanken, og hvorfor er den slik?').fill('En elev holdes utenfor.');
  await page.getByLabel('Hvilke andre undersøkelser er prøvd?').fill('Samtaler og observasjon.');
  await page.getByLabel('Hvorfor ga de ikke svar nok?').fill('Ingen sier hvem det gjelder.');
  await page.getByLabel('Hvorfor er dette det minste inngrepet?').fill('To spørsmål, én klasse.');
  await page.getByRole('button', { name: 'Velg hele klassen' }).click();
  const asked = page.getByRole('group', { name: 'Hva spørres de om?' }).getByRole('checkbox');
  await asked.nth(0).check();
  await asked.nth(1).check();
  const readers = page.getByRole('group', { name: 'Hvem skal lese svarene?' }).getByRole('checkbox');
  for (const reader of await readers.all()) await reader.check();
  await page.getByRole('button', { name: 'Send til godkjenning' }).click();
  const heading = page.getByRole('heading', { level: 1, name: /^Spørreundersøkelse i \d/ });
  await expect(heading).toBeVisible();
  const className = (await heading.innerText()).replace('Spørreundersøkelse i ', '');
  const address = page.url();

  const head = await openPage();
  await signInAs(head, 'Rektor');
  await head.goto(address);
  await head.reload();
  await lookAt(head, 'a survey to approve');
  await head.reload();
  await head.getByLabel('Hvorfor godkjennes den, eller ikke?').fill('Annet er prøvd, og saken haster.');
  await head.getByRole('button', { name: 'Godkjenn', exact: true }).click();
  await expect(head.getByText('Godkjent, ikke åpnet')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Åpne for elevene' }).click();
  await expect(page.getByText('Ingenting er gjort ennå.')).toBeVisible();
  watch.expected.push(/^403 POST \/api\/v1\/investigations\/[^/]+\/open$/);
  await signInAnew(page, 'Sosiallærer');
  await expect(page).toHaveURL(address);
  await page.getByRole('button', { name: 'Åpne for elevene' }).click();
  const code = (await page.locator('.code').innerText()).replaceAll(/\s/g, '');
  const teacher = await openPage();
  const classId = await signInAsTeacherOf(teacher, className);
  const cards = await readPictureCards(teacher, classId);
  for (const [place, card] of cards.slice(0, 2).entries()) {
    const tablet = await openPage();
    await enter(tablet, code, card);
    await expect(tablet.getByRole('main')).not.toContainText(/anonym/i);
    await expectAccessible(tablet, 'what a pupil is told of a survey within a case');
    await beginQuestions(tablet);
    await answerRest(tablet, 1, place);
    await handIn(tablet);
  }
  // Nothing of it on the class's own pages.
  await teacher.goto(`/class/${classId}`);
  await expect(teacher.getByRole('main')).not.toContainText('vanskelig');

  await page.reload();
  await expect(page.getByText(/^2 av \d+ har svart/)).toBeVisible();
  await page.getByRole('button', { name: 'Avslutt nå' }).click();
  await page.getByLabel('Hva skal du bruke svarene til nå?').fill('Forberede samtaler med elevene');
  await page.getByRole('button', { name: 'Vis svarene' }).click();
  await expect(page.getByText(/^2 av \d+ elever svarte/)).toBeVisible();
  await expect(page.getByText('skjermet av hensyn til personvern').first()).toBeVisible();
  await expectAccessible(page, 'the answers of a survey within a case');

  await head.reload();
  await expect(head.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(head.getByRole('heading', { name: 'Hva elevene svarte' })).toHaveCount(0);
});
