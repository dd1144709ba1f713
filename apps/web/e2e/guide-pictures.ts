import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { caseworkPictures, incidentPicture, measurePicture } from './casework-pictures.ts';
import { writeFjellvikRoster } from './fjellvik-roster.ts';
import { anneOfFjellvik, makeSchool } from './make-school.ts';
import { openGrade } from './open-grade.ts';
import { beginQuestions, findMyself, joinClass, pressPictures, questionCount } from './pupil.ts';
import { readClassCode, readPictureCards, signInAs, signInAsTeacherOf, startRound } from './staff.ts';

type Shot = (page: Page | Locator, name: string) => Promise<void>;

const desk = { width: 1280, height: 900 };
const tablet = { width: 820, height: 1180 };
const phone = { width: 390, height: 844 };

/** A pupil of whom there is a note, and a talk that is prepared. */
const recordPictures = async (page: Page, classId: string, shoot: Shot): Promise<void> => {
  await page.goto(`/class/${classId}/pupils`);
  await page.getByRole('row').filter({ hasText: 'Holdt' }).nth(2).getByRole('link').click();
  await page.getByRole('article').first().waitFor();
  await shoot(page, 'eleven');
  await page.goto(`/class/${classId}/talks`);
  await page.getByRole('row').filter({ hasText: 'Forberedt' }).first().getByRole('link').click();
  await page.getByLabel('Det vi skal snakke om').waitFor();
  await shoot(page, 'elevsamtale');
};

const seatingPicture = async (page: Page, classId: string, shoot: Shot): Promise<void> => {
  await page.goto(`/class/${classId}/groups`);
  await page.locator('label', { hasText: 'Plasser' }).first().click();
  await page.getByRole('button', { name: 'Lag forslag' }).click();
  await shoot(page.getByRole('region', { name: 'Plassene' }), 'plasser');
};

const summaryPicture = async (page: Page, classId: string, shoot: Shot): Promise<void> => {
  await page.goto(`/class/${classId}/summary`);
  await page.getByRole('button', { name: 'Lag oppsummeringen' }).click();
  await page.getByRole('link', { name: /for klassen|visningen/ }).waitFor();
  await shoot(page, 'vis-klassen');
};

const groupsPicture = async (page: Page, classId: string, shoot: Shot): Promise<void> => {
  await page.goto(`/class/${classId}/groups`);
  await page.getByText('Plasser', { exact: true }).click();
  await page.getByRole('button', { name: /^Lag (et annet )?forslag$/ }).click();
  await page.getByRole('heading', { name: 'Plassene', exact: true }).scrollIntoViewIfNeeded();
  await shoot(page, 'grupper-og-plasser');
};

const gradePicture = async (page: Page, shoot: Shot): Promise<void> => {
  await openGrade(page, 4, 'Nye grupper til svømming.');
  await page
    .getByRole('link', { name: /^Se trinnet/ })
    .first()
    .click();
  await page.locator('[role=img] path').first().waitFor();
  await shoot(page.locator('figure'), 'trinnet');
};

const teacherPictures = async (page: Page, shoot: Shot): Promise<void> => {
  const classId = await signInAsTeacherOf(page, '4A');
  await shoot(page, 'klassens-side');
  await page.goto(`/class/${classId}/signals`);
  await page.getByRole('article').first().waitFor();
  await shoot(page, 'tegn');
  await page.goto(`/class/${classId}`);
  await page.getByRole('link', { name: 'Sosiogram', exact: true }).click();
  await page.locator('[data-pupil]').first().waitFor();
  // The pointer rests on whatever lies where the link was.
  await page.mouse.move(0, 0);
  await shoot(page.locator('figure'), 'sociogram');
  await page.goto(`/class/${classId}`);
  await page
    .getByRole('link', { name: /^Trivsel Trivsel/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  await shoot(page, 'trivsel');
  await recordPictures(page, classId, shoot);
  await seatingPicture(page, classId, shoot);
  await summaryPicture(page, classId, shoot);
  await groupsPicture(page, classId, shoot);
  await measurePicture(page, classId, shoot);
};

/** Starts the planned round of 5A. Returns what its pupils need: the code, and a pupil's card. */
const roundPictures = async (page: Page, shoot: Shot) => {
  const classId = await signInAsTeacherOf(page, '5A');
  const cards = await readPictureCards(page, classId);
  await page.goto(`/class/${classId}/badges`);
  await page.getByRole('button', { name: 'Lag merker for klassen' }).click();
  await page.getByText('er lastet ned').waitFor();
  await shoot(page, 'merker');
  await page.goto(`/class/${classId}`);
  await startRound(page, 'Planlagt av skolen', 'Start trivselsundersøkelse');
  await shoot(page, 'runden');
  const code = await readClassCode(page);
  await page.getByRole('link', { name: 'Vis kode på tavla' }).click();
  await page.getByRole('img', { name: 'QR-kode' }).waitFor();
  await shoot(page, 'tavla');
  const card = cards[0];
  if (card === undefined) throw new Error('The class has no pupils.');
  return { code, card };
};

/** What leadership reads of the year, and does with it. */
const surveyPictures = async (page: Page, shoot: Shot): Promise<void> => {
  for (const [path, heading, name] of [
    ['/school/national-survey', 'Undersøkelsen viser mer enn dere har sett', 'elevundersokelsen'],
    ['/school/national-survey/follow-up', /^Oppfølging av Elevundersøkelsen/, 'oppfolging'],
    ['/school/questionnaires/wellbeing-5-7', 'Spørsmålene', 'sporreskjema'],
    ['/school/themes', 'Trivsel på skolen', 'temaer'],
    ['/school/publications', 'Lag en rapport', 'rapporter'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    await shoot(page, name);
  }
};

const leadershipPictures = async (page: Page, shoot: Shot): Promise<void> => {
  await signInAs(page, 'Rektor');
  await page.getByRole('article').first().waitFor();
  await shoot(page, 'skolen');
  await page
    .getByRole('link', { name: /^Se resultatene fra Trivsel/ })
    .first()
    .click();
  await page.waitForURL(/\/school\/round\//);
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  await shoot(page, 'skolens-tall');
  await page.goto('/school/calendar');
  await page.getByRole('heading', { name: 'Året med rundene' }).waitFor();
  await shoot(page, 'kalender');
  await page.goto('/school/people');
  await page.getByRole('heading', { name: 'Ansatte', exact: true }).waitFor();
  await shoot(page, 'ansatte');
  await surveyPictures(page, shoot);
};

/** What the first administrator of a new school sees. */
const newSchoolPictures = async (page: Page, setupLink: string, shoot: Shot): Promise<void> => {
  await makeSchool(page, setupLink, anneOfFjellvik);
  await page.goto('/school/settings');
  await page.getByRole('button', { name: 'Legg til skoleåret' }).click();
  await page.getByRole('button', { name: 'Lagre datoene' }).waitFor();
  await page.goto('/school/checklist');
  await page.getByRole('listitem').first().waitFor();
  await shoot(page, 'sjekkliste');
  await page.goto('/school/roster');
  await page
    .getByLabel('Eller velg en mappe')
    .setInputFiles(await writeFjellvikRoster(join(tmpdir(), 'samhold-guide-roster')));
  await page.getByRole('heading', { name: 'Se over før listen tas i bruk' }).waitFor();
  await shoot(page, 'elevliste');
};

type Entrance = Awaited<ReturnType<typeof roundPictures>>;

const pupilPictures = async (page: Page, { code, card }: Entrance, shoot: Shot): Promise<void> => {
  await joinClass(page, code);
  await shoot(page, 'elev-navn');
  await findMyself(page, card.name);
  await shoot(page, 'elev-bilder');
  await pressPictures(page, card.pictures);
  await page.getByRole('heading', { name: 'Dette er greit å vite' }).waitFor();
  await shoot(page, 'elev-hvem-ser');
  await beginQuestions(page);
  await questionCount(page);
  await page.locator('.scale label').first().click();
  await shoot(page, 'elev-sporsmal');
};

/** Takes the pictures of the guide from the demo school at `origin` and a product without a school, into `folder`. */
export const takeGuidePictures = async (
  origin: string,
  empty: { readonly origin: string; readonly setupLink: string },
  folder: string,
): Promise<void> => {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const shoot: Shot = async (page, name) => {
    await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled' });
  };
  const open = async (viewport: typeof desk, baseURL = origin): Promise<Page> => {
    const context = await browser.newContext({ baseURL, viewport, locale: 'nb-NO' });
    return context.newPage();
  };
  try {
    await teacherPictures(await open(desk), shoot);
    const entrance = await roundPictures(await open(desk), shoot);
    await leadershipPictures(await open(desk), shoot);
    await gradePicture(await open(desk), shoot);
    await caseworkPictures(await open(desk), shoot);
    await incidentPicture(await open(phone), shoot);
    await pupilPictures(await open(tablet), entrance, shoot);
    await newSchoolPictures(await open(desk, empty.origin), empty.setupLink, shoot);
  } finally {
    await browser.close();
  }
};
