import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { json } from '../testing/browser.ts';
import { askFiles, fileRoutes, type FileAnswer } from '../testing/planted/file-answers.ts';
import {
  anyAlias,
  anyReal,
  firstPlanted,
  hidePlanted,
  idOfPlanted,
  lastPlanted,
} from '../testing/planted/planted-pupils.ts';
import { openPlantedSchool, type PlantedSchool } from '../testing/planted/planted-school.ts';
import { readableText } from '../testing/planted/readable-text.ts';
import { storedTexts } from '../testing/stored-texts.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';

type Read = FileAnswer & { readonly text: string };
type Files = ReadonlyMap<string, Read>;

/** Where an alias stands in a file at all, and why it may. Nothing else that can be saved or printed knows the pupil by any name. */
const mayName: Readonly<Record<string, string>> = {
  'contact teacher of the class: POST /api/v1/classes/:classId/badges':
    'The badges of the own class, for the wall beside the tablets: without one the pupil could not sign in as the others do.',
  'contact teacher of the class: POST /api/v1/pupils/:pupilId/badge': 'As those of the class.',
  'principal: GET /api/v1/pupil-rights/:pupilId/exports/:exportId/file':
    'What is recorded of this very pupil, asked for by guardians who know who it is about. The principal alone may begin, approve and open it, and knows the pupil by the alias as everybody does: the name itself is not here to be given.',
  'principal: GET /api/v1/pupil-rights/:pupilId/exports/:exportId/data': 'The same, as data.',
  ...Object.fromEntries(
    ['social teacher', 'leadership', 'principal'].flatMap((seat) => [
      [
        `${seat}: GET /api/v1/cases/:caseId/documents/:documentId/file`,
        'A document of the own case for the pupil’s guardians, made by those who carry the case: by the first name of the alias.',
      ],
      [
        `${seat}: POST /api/v1/cases/:caseId/exports`,
        'The own case for the archive, by those who carry it: by the first name of the alias.',
      ],
    ]),
  ),
};

/** What is refused of a hidden pupil that was given before, and why. */
const mayRefuse: Readonly<Record<string, readonly [status: number, why: string]>> = {
  'leadership: GET /api/v1/pupil-rights/:pupilId/exports/:exportId/file': [404, 'the principal’s alone'],
  'leadership: GET /api/v1/pupil-rights/:pupilId/exports/:exportId/data': [404, 'the principal’s alone'],
  'contact teacher of the class: POST /api/v1/classes/:classId/badges renew=missing': [
    409,
    'none is missing',
  ],
};

let house: TestHouse;
let seated: PlantedSchool;
let before: Files;
let after: Files;

const readAll = async (): Promise<Files> => {
  const read = new Map<string, Read>();
  // Many are given the same file.
  const texts = new Map<string, string>();
  for (const [what, answer] of await askFiles(house, seated)) {
    const key = answer.bytes.toString('base64');
    const text = texts.get(key) ?? (await readableText(answer.bytes));
    texts.set(key, text);
    read.set(what, { ...answer, text });
  }
  return read;
};

beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  house.setNow(new Date('2026-11-24T09:00:00Z'));
  seated = await openPlantedSchool(house);
  before = await readAll();
  await hidePlanted(seated);
  after = await readAll();
}, 300_000);
afterAll(() => house.close());

const endingIn = (ending: string): readonly Read[] =>
  [...before].flatMap(([what, one]) => (what.includes(ending) ? [one] : []));

describe('P8: files when two pupils with names found nowhere else are hidden', () => {
  test('are all there are: each that openapi.json knows, in each variant, from each seat that may, was given before', () => {
    expect(fileRoutes().length).toBeGreaterThan(17);
    const asked = new Set([...before.values()].map(({ route }) => route));
    expect([...asked].sort()).toEqual(
      fileRoutes()
        .map(({ route }) => route)
        .sort(),
    );
    for (const [what, { status }] of before) expect(status, what).toBe(200);
  });

  test.each(['format=svg', 'format=csv-matrix', 'format=xlsx&view', 'format=graphml', 'format=gexf'])(
    'named both before, so that the search finds what there is to find: %s',
    (format) => {
      const named = endingIn(format).filter(({ text }) => text.includes(firstPlanted.given));
      expect(named.length).toBeGreaterThan(1);
      expect(named.some(({ text }) => text.includes(lastPlanted.given))).toBe(true);
    },
  );

  test.each([
    ['a PDF', 'talk/sheet', firstPlanted.given],
    ['a PDF for the wall', 'arrangements/', lastPlanted.given],
    ['the document of a case', 'documents/:documentId/file', firstPlanted.given],
    ['a ZIP with PDFs in it', '/exports recipient=archive', lastPlanted.family],
    ['what is recorded of a pupil', ':exportId/file', firstPlanted.family],
  ])('named them before in %s as well', (_what, ending, name) => {
    const found = endingIn(ending);
    expect(found.length).toBeGreaterThan(0);
    for (const { text } of found) expect(text).toContain(name);
  });

  test('name neither any more, in what is read, unpacked or decoded, in name or head', () => {
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [what, { head, text }] of after) expect(`${head}${text}`, what).not.toMatch(anyReal);
  });

  test('are given as before, but for what is on the list', () => {
    for (const [what, { status }] of after) expect(status, what).toBe(mayRefuse[what]?.[0] ?? 200);
  });

  test('know the pupils by the alias only where there is a reason', () => {
    const named = [...after.values()].filter(({ text }) => anyAlias.test(text));
    expect([...new Set(named.map(({ seat, route }) => `${seat}: ${route}`))].sort()).toEqual(
      Object.keys(mayName).sort(),
    );
    // What is written of one child says the whole name, as it does of any other.
    for (const { text, seat, route } of named)
      if (!/\/(pupil-rights|cases)\//.test(route))
        expect(text, `${seat}: ${route}`).not.toMatch(/Ulvestrand|Ulvund/);
  });

  test('say no more than before that anybody is hidden', () => {
    const flag = /hidden|skjul|skjerm|sperre|alias|kode ?[67]/gi;
    for (const [what, { text }] of after)
      expect(text.match(flag)?.length ?? 0, what).toBeLessThanOrEqual(
        before.get(what)?.text.match(flag)?.length ?? 0,
      );
  });

  test('are kept under the name nowhere, as they lie or opened', async () => {
    const stored = await storedTexts(house, seated.school);
    for (const [table, text] of stored) expect(anyReal.test(text), table).toBe(false);
    for (const table of ['case_document', 'access_export', 'case_export'])
      expect(await readableText(Buffer.from(stored.get(table) ?? expect.fail())), table).not.toMatch(anyReal);
  });

  test('draw a picture that is the same whatever the pupils are called', async () => {
    const principal = seated.browserOf('principal');
    for (const one of [firstPlanted, lastPlanted]) {
      const pupilId = idOfPlanted(seated, one);
      await principal(`/api/v1/hidden-pupils/${pupilId}`, { method: 'DELETE' });
      const other = { pupilId, givenName: `Xa${one.given.length}`, familyName: 'Moe' };
      expect((await principal('/api/v1/hidden-pupils', json('POST', other))).status).toBe(204);
    }
    const pictures = [...(await askFiles(house, seated))].filter(([what]) => what.includes('format=png'));
    expect(pictures).toHaveLength(8);
    for (const [what, { bytes }] of pictures)
      expect(bytes.equals(after.get(what)?.bytes ?? bytes.subarray(1)), what).toBe(true);
  });
});

test('what a classmate chose is told without the name in answers begun and finished before', async () => {
  const leadership = seated.browserOf('leadership');
  const [begun = '', finished = ''] = seated.classmate.exports;
  for (const path of [begun, finished, `${finished}/data`, `${finished}/file`]) {
    const answer = await leadership(path);
    expect(answer.status, path).toBe(200);
    expect(await readableText(Buffer.from(await answer.arrayBuffer())), path).not.toMatch(anyReal);
  }
});
