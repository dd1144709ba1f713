import type { HiddenPupils, RosterReading, SittingStatus } from '@samhold/contract';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessTable, seats } from '../access/access-table.ts';
import { openSitting, openTablet, put, readForm, wholeResponse } from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { callOf } from '../testing/call-of.ts';
import { rosterHeader, rosterOf } from '../testing/class-with-teacher.ts';
import { textOfPdf } from '../testing/pdf-text.ts';
import { applyRoster, sendRoster } from '../testing/roster-upload.ts';
import { plantFollowUp, type AskFollowUp } from '../testing/planted-follow-up.ts';
import { openSeatedSchool, type SeatedSchool } from '../testing/seated-school.ts';
import { storedTexts } from '../testing/stored-texts.ts';
import { streamText } from '../testing/stream-text.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

/** Last by name in the class before and after, so that every list keeps its order. */
const real = { given: 'Zyxelinde', family: 'Qvornestad', externalId: 'kilde-7f3a9-plantet' };
const alias = { givenName: 'Zora', familyName: 'Ulvund' };
const roster = `${rosterHeader}${rosterOf('5A', 5, 11)}5A,5,${real.given},${real.family},${real.externalId}\n${rosterOf('5B', 5, 6)}`;
const anyReal = new RegExp(Object.values(real).join('|'), 'i');
/** How the flag could be called, in code or on a screen. */
const flag = /hidden|skjul|skjerm|sperre|alias|kode ?[67]/i;
/** What is hidden among the figures of Udir or of a report, or is told of in a letter, speaks of no pupil here. */
const ofFigures = /national-survey|survey_(import|figure)|information-letters|reports\/:publicationId\/file/;
const post = { method: 'POST' };

let house: TestHouse;
let seated: SeatedSchool;
let teacher: Browser;
let pupilId: string;
let askFollowUp: AskFollowUp;
/** The seat of the pupil answers a wellbeing round; this one sees classmates to choose among. */
let classmate: Browser;
let openSociogram: SittingStatus & { readonly sittingId: string; readonly classCode: string };

/** What somebody in a seat was answered, by seat and route. */
type Answers = ReadonlyMap<string, { readonly head: string; readonly body: string }>;

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openSeatedSchool(house, roster);
  teacher = seated.browserOf('contact teacher of the class');
  const { cards, classCode, ids } = seated;
  const card = cards.find(({ pupil }) => pupil.label === real.given) ?? expect.fail('Not in the class.');
  pupilId = card.pupil.pupilId;
  const tablet = await openTablet(house, classCode, card);
  const form = await readForm(tablet);
  await put(tablet, wholeResponse(form, undefined, form.adults[0]?.staffId));
  openSociogram = await openSitting(teacher, ids.classId, { kind: 'sociogram' });
  classmate = await openTablet(house, openSociogram.classCode, cards[0] ?? expect.fail());
  askFollowUp = await plantFollowUp(house, seated, pupilId);
});
afterAll(() => house.close());

/** The body; of a PDF what can be read in it. */
const bodyText = async (response: Response): Promise<string> => {
  if (response.headers.get('content-type') === 'application/pdf')
    return textOfPdf(Buffer.from(await response.arrayBuffer()));
  return streamText(response);
};

const answerOf = async (response: Response) => ({
  head: `${response.status} ${JSON.stringify([...response.headers])}`,
  body: `${response.status} ${await bodyText(response)}`,
});

/** Every GET of the table from every seat that may, and the other answers that name pupils of the class. */
const askEverything = async (importId: string): Promise<Answers> => {
  const answers = new Map<string, { head: string; body: string }>();
  for (const [route, row] of Object.entries(accessTable)) {
    if (!route.startsWith('GET ')) continue;
    for (const seat of seats.filter((one) => row[one] === 'allowed')) {
      const [path] = callOf(house, seated, route, { ...seated.ids, importId });
      answers.set(`${seat}: ${route}`, await answerOf(await seated.browserOf(seat)(path)));
    }
  }
  const { sittingId, classCode } = openSociogram;
  const more: Readonly<Record<string, Promise<Response>>> = {
    'open sociogram': teacher(`/api/v1/sittings/${sittingId}`),
    'class code': teacher(`/api/v1/sittings/${sittingId}/class-code`, post),
    'badge revoked': teacher(`/api/v1/pupils/${pupilId}/badge/revoke`, post),
    'class on a tablet': house.tablet()('/api/v1/join', json('POST', { classCode })),
    'classmates to choose': classmate('/api/v1/pupil-session/form'),
  };
  for (const [what, response] of Object.entries(more)) answers.set(what, await answerOf(await response));
  return answers;
};

/** As it should read afterwards: the alias in the place of the name. */
const withAlias = (text: string): string =>
  text.replaceAll(real.given, alias.givenName).replaceAll(real.family, alias.familyName);

const naming = (answers: Answers, name: string): readonly string[] =>
  [...answers].flatMap(([what, { body }]) => (body.includes(name) ? [what] : []));

const sheets = async (): Promise<readonly string[]> => {
  const asked = [
    await teacher(`/api/v1/classes/${seated.ids.classId}/badges`, json('POST', { renew: 'all' })),
    await teacher(`/api/v1/pupils/${pupilId}/badge`, post),
  ];
  return Promise.all(asked.map(async (answer) => textOfPdf(Buffer.from(await answer.arrayBuffer()))));
};

const readAgain = async () => {
  const answer = await sendRoster(seated.browserOf('administrator'), roster);
  const body = await answer.text();
  // Checked by the route's response schema.
  const reading = JSON.parse(body) as RosterReading;
  return { body, roster: reading.outcome === 'read' ? reading.import : expect.fail('Needs a mapping.') };
};

/** Where a name stands that everyone who works with the class meets; the principal sees it before hiding alone. */
const where = [
  'contact teacher of the class: GET /api/v1/classes/:classId/picture-cards',
  'substitute of the class: GET /api/v1/classes/:classId/picture-cards',
  'contact teacher of the class: GET /api/v1/classes/:classId/badges',
  'contact teacher of the class: GET /api/v1/classes/:classId/home',
  'contact teacher of the class: GET /api/v1/classes/:classId/sociograms',
  'contact teacher of the class: GET /api/v1/classes/:classId/signals',
  'open sociogram',
  'class code',
  'badge revoked',
  'class on a tablet',
  'classmates to choose',
];

describe('P8: a pupil with a name found nowhere else, hidden', () => {
  let before: Answers;
  let after: Answers;
  let followedUp: readonly [before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>];
  let printed: readonly string[];
  let again: Awaited<ReturnType<typeof readAgain>>;

  beforeAll(async () => {
    // Printed first both times, since the page of badges says when.
    expect((await sheets()).every((text) => text.includes(real.given))).toBe(true);
    before = await askEverything(seated.ids.importId);
    const followedUpBefore = await askFollowUp();
    const stored = [...(await storedTexts(house, seated.school)).values()].join('\n');
    for (const text of Object.values(real)) expect(stored).toContain(text);
    const hide = json('POST', { pupilId, ...alias });
    expect((await seated.browserOf('principal')('/api/v1/hidden-pupils', hide)).status).toBe(204);
    again = await readAgain();
    printed = await sheets();
    after = await askEverything(again.roster.importId);
    followedUp = [followedUpBefore, await askFollowUp()];
  });

  test('was named before in all these places, so that the search finds what there is to find', () => {
    expect(naming(before, real.given)).toEqual(expect.arrayContaining(where));
    expect(naming(before, real.given)).toContain('principal: GET /api/v1/hidden-pupils/class/:classId');
  });

  test('is named by no answer to anybody any more, in body or header', () => {
    expect(after.size).toBe(before.size);
    for (const [what, { head, body }] of after) expect(`${head}${body}`, what).not.toMatch(anyReal);
  });

  test('is named in no case, incident, task, document or file for the archive, and the mark is in none', () => {
    const [named, now] = followedUp;
    const naming = [...named].filter(([, text]) => text.includes(real.given)).map(([what]) => what);
    for (const what of ['the case', 'all cases', 'a document', 'the archive', 'the incident', 'who has read'])
      expect(naming, what).toContain(`leadership: ${what}`);
    expect(now.size).toBeGreaterThan(25);
    for (const [what, text] of now) {
      expect(text, what).not.toMatch(anyReal);
      expect(text, what).not.toMatch(/hidden|alias|kode ?[67]/i);
    }
  });

  test('has the alias in the same places, and its family name where family names stand', () => {
    expect(naming(after, alias.givenName)).toEqual(expect.arrayContaining(where));
    const whole = naming(after, alias.familyName).filter((what) => !what.endsWith('/hidden-pupils'));
    expect(naming(before, real.family)).toEqual(expect.arrayContaining([...whole]));
  });

  test('leaves every answer but the principal’s own page as it was, letter for letter but for the name', () => {
    // A hidden pupil is in no file at all, and in no picture of the grade.
    const ofLists =
      /\/(roster|hidden-pupils|readers|unusual-reads|sign-in|sociogram\/file|grade-sociograms\/|arrangements\/:arrangementId\/file)/;
    // Nor among the signals of a class to anybody but its own teacher and the principal, on an agenda either.
    const ofOthers =
      /^(social teacher|leadership|principal): GET \S+\/survey-follow-up$|: GET \S+\/incidents(\/own)?$|^(social teacher|leadership): GET \S+\/(signals|case-choices)$|^(social teacher|leadership): GET \S+\/meetings\/:meetingId(\/agenda)?$/;
    const compared = [...after].filter(([what]) => !ofLists.test(what) && !ofOthers.test(what));
    expect(compared.length).toBeGreaterThan(40);
    for (const [what, { body }] of compared) expect(body, what).toBe(withAlias(before.get(what)?.body ?? ''));
  });

  test('is in no file of the class’s sociogram, under either name', () => {
    const route = 'contact teacher of the class: GET /api/v1/sittings/:sittingId/sociogram/file';
    expect(before.get(route)?.body).toContain(real.given);
    expect(after.get(route)?.body).toMatch(/^200 <svg/);
    expect(after.get(route)?.body).not.toMatch(/Zyxelinde|Zora/);
  });

  test('is on no sheet for the wall, under either name', () => {
    const route = 'contact teacher of the class: GET /api/v1/arrangements/:arrangementId/file';
    expect(before.get(route)?.body).toContain(real.given);
    expect(after.get(route)?.body).toMatch(/^200 [^]*Gruppe/);
    expect(after.get(route)?.body).not.toMatch(/Zyxelinde|Zora/);
  });

  test('is told as hidden to the principal, on that page, and to nobody else anywhere', () => {
    const own = 'principal: GET /api/v1/hidden-pupils';
    const { pupils } = JSON.parse(after.get(own)?.body.slice(4) ?? '') as HiddenPupils;
    expect(pupils).toEqual([{ pupilId, ...alias, className: '5A', hiddenOn: '2026-11-24' }]);
    const told = [...after].filter(
      ([what, { head, body }]) => flag.test(`${head}${body}`) && !ofFigures.test(what),
    );
    expect(told.map(([what]) => what).filter((what) => what !== own)).toEqual([]);
  });

  test('is printed under the alias, for the eye and for the ear', () => {
    expect(printed).toHaveLength(2);
    for (const text of printed) {
      expect(text).toContain(alias.givenName);
      expect(text).not.toMatch(anyReal);
      expect(text).not.toContain(alias.familyName);
    }
  });

  test('is not renamed or named by the same roster read again', async () => {
    expect(again.roster.counts).toMatchObject({ unchanged: 18, renamed: 0, new: 0, moved: 0, leaving: 0 });
    expect(again.body).not.toMatch(anyReal);
    expect(again.body).not.toMatch(flag);
  });

  test('is in no table under the real name, sealed or not, before the roster is applied and after', async () => {
    for (const apply of [false, true]) {
      if (apply)
        expect((await applyRoster(seated.browserOf('administrator'), again.roster.importId)).status).toBe(
          200,
        );
      for (const [table, text] of await storedTexts(house, seated.school))
        expect(anyReal.test(text), table).toBe(false);
    }
    const cards = await teacher(`/api/v1/classes/${seated.ids.classId}/picture-cards`);
    expect(await cards.text()).toContain(alias.givenName);
  });

  test('and the mark itself lies in one table, and in the log as an id', async () => {
    const rows = await house.database.ask<{ readonly action: string; readonly subject_id: string }>(
      `select action, subject_id from access_log where action like '%hidden%' and subject_kind = 'pupil'`,
    );
    expect(rows).toEqual([{ action: 'pupil.hidden', subject_id: pupilId }]);
    const marked = [...(await storedTexts(house, seated.school))].filter(
      ([table, text]) => flag.test(text) && !ofFigures.test(table),
    );
    expect(marked.map(([table]) => table)).toEqual(['access_log']);
  });
});
