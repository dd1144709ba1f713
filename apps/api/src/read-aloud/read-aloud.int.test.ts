import { LARGEST_CLIP, type Clip, type ClipList } from '@samhold/contract';
import { readAloudTexts, questionnaireFor } from '@samhold/survey';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  bodyOf,
  codeOf,
  openSitting,
  openTablet,
  put,
  readForm,
  wholeResponse,
} from '../testing/answering.ts';
import { json, type Browser } from '../testing/browser.ts';
import { openClass, type ClassWithTeacher } from '../testing/class-with-teacher.ts';
import { clipSound, recordedClip } from '../testing/clip-sound.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.ts';
import { addStaff } from '../testing/test-school.ts';

let house: TestHouse;
let own: ClassWithTeacher;
let other: ClassWithTeacher;
let classCode: string;
beforeAll(async () => {
  house = await openTestHouse(inject('superuserUrl'));
  own = await openClass(house, 'reader', 4);
  other = await openClass(house, 'stranger', 2);
  ({ classCode } = await openSitting(own.teacher, own.classId, { kind: 'wellbeing' }));
});
afterAll(() => house.close());

const asked = questionnaireFor('wellbeing', 5);
const [question] = asked === undefined ? [] : readAloudTexts(asked);
const norwegian = question?.nb ?? '';
const read = { sourceText: norwegian, shownText: norwegian };

const send = (teacher: Browser, clip: object) => teacher('/api/v1/read-aloud/clips', json('POST', clip));
const record = async (said: string, text: object = read): Promise<Clip> =>
  bodyOf<Clip>(await send(own.teacher, recordedClip(said, text)));
const list = async (teacher: Browser) => bodyOf<ClipList>(await teacher('/api/v1/read-aloud'));
const tabletOf = (at: number): Promise<Browser> => {
  const card = own.cards[at];
  if (card === undefined) throw new Error('The class has too few pupils.');
  return openTablet(house, classCode, card);
};
const soundAt = (tablet: Browser, clipId: string) => tablet(`/api/v1/pupil-session/clips/${clipId}`);
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

describe('recording', () => {
  test('is listed by who recorded it, and replaced by the next version of the same text', async () => {
    const text = { sourceText: 'Vil ikke svare', shownText: 'Vil ikkje svare', language: 'nn' };
    const first = await record('first', text);
    const second = await record('second', text);
    expect([first.version, second.version]).toEqual([1, 2]);
    const listed = (await list(own.teacher)).clips.filter((clip) => clip.language === 'nn');
    expect(listed).toEqual([second]);
    expect(second.recordedBy).toBe('reader Prøve');
    const answer = await own.teacher(`/api/v1/read-aloud/clips/${first.clipId}`);
    expect(await bytesOf(answer)).toEqual(clipSound('first'));
  });

  test('of a text whose translation changed is of another text', async () => {
    const text = { sourceText: 'Nei takk', language: 'en' };
    await record('old', { ...text, shownText: 'No thank you' });
    expect((await record('new', { ...text, shownText: 'No, thanks' })).version).toBe(1);
  });

  test('two teachers at the same moment both keep their version', async () => {
    const text = { sourceText: 'Sol', shownText: 'Sol' };
    const versions = await Promise.all(['a', 'b', 'c', 'd'].map((said) => record(said, text)));
    expect(versions.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  });

  test.each([
    [
      'a WAV file',
      { audio: Buffer.from('RIFF....WAVEfmt ').toString('base64') },
      415,
      'unsupported_media_type',
    ],
    [
      'text under a right name',
      { audio: Buffer.from('webm A_OPUS').toString('base64') },
      415,
      'unsupported_media_type',
    ],
    ['what is not base64', { audio: '<svg>' }, 400, 'invalid_request'],
    ['no sound', { audio: '' }, 400, 'invalid_request'],
    ['an unknown language', { language: 'xx' }, 400, 'invalid_request'],
    ['a text without words', { sourceText: '' }, 400, 'invalid_request'],
    ['a NUL character in the text', { sourceText: 'a\0b' }, 400, 'invalid_request'],
  ])('%s is refused, and nothing is stored', async (_what, wrong, status, code) => {
    const before = await list(own.teacher);
    const answer = await send(own.teacher, { ...recordedClip('x', read), ...wrong });
    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
    expect(await list(own.teacher)).toEqual(before);
  });

  test('the largest clip is taken; one byte more, or far more, is too large', async () => {
    const text = { sourceText: 'Snø', shownText: 'Snø' };
    const sized = (size: number) => 'x'.repeat(size - clipSound('').length);
    expect((await record(sized(LARGEST_CLIP), text)).version).toBe(1);
    for (const size of [LARGEST_CLIP + 1, LARGEST_CLIP * 3]) {
      const answer = await send(own.teacher, recordedClip(sized(size), text));
      expect([answer.status, await codeOf(answer)]).toEqual([413, 'body_too_large']);
    }
  });

  test('is for contact teachers and leadership, not for an assistant or a pupil', async () => {
    await addStaff(house, own.school, 'assistant', [{ kind: 'employee' }]);
    await addStaff(house, own.school, 'head', [{ kind: 'leadership' }]);
    const assistant = await send(await house.staffBrowser('assistant'), recordedClip());
    expect([assistant.status, await codeOf(assistant)]).toEqual([404, 'not_found']);
    const pupil = await send(await tabletOf(0), recordedClip());
    expect([pupil.status, await codeOf(pupil)]).toEqual([401, 'not_signed_in']);
    const regn = recordedClip('x', { sourceText: 'Regn' });
    expect((await send(await house.staffBrowser('head'), regn)).status).toBe(201);
  });

  test('is deleted with every version', async () => {
    const text = { sourceText: 'Først en liten prøve', shownText: 'Først en liten prøve' };
    const [first, second] = [await record('1', text), await record('2', text)];
    const gone = await own.teacher(`/api/v1/read-aloud/clips/${second.clipId}`, { method: 'DELETE' });
    expect(gone.status).toBe(204);
    for (const { clipId } of [first, second]) {
      expect((await own.teacher(`/api/v1/read-aloud/clips/${clipId}`)).status).toBe(404);
    }
    expect((await record('3', text)).version).toBe(1);
  });

  test('of another school is neither heard nor deleted', async () => {
    const clip = await record('ours', { sourceText: 'Ingen', shownText: 'Ingen' });
    const path = `/api/v1/read-aloud/clips/${clip.clipId}`;
    expect((await other.teacher(path)).status).toBe(404);
    await other.teacher(path, { method: 'DELETE' });
    expect((await own.teacher(path)).status).toBe(200);
    expect((await list(other.teacher)).clips).toEqual([]);
  });
});

describe('a pupil', () => {
  const heard = async (tablet: Browser) =>
    (await readForm(tablet)).readAloud.clips.filter(({ text }) => text === norwegian);

  test('hears the newest, and the one from before to its end when it was replaced meanwhile', async () => {
    const first = await record('before');
    const tablet = await tabletOf(1);
    expect(await heard(tablet)).toEqual([{ language: 'nb', text: norwegian, clipId: first.clipId }]);
    const second = await record('after');
    expect((await heard(tablet)).map(({ clipId }) => clipId)).toEqual([second.clipId]);
    expect(await bytesOf(await soundAt(tablet, first.clipId))).toEqual(clipSound('before'));
    expect(await bytesOf(await soundAt(tablet, second.clipId))).toEqual(clipSound('after'));
  });

  test('is told which text each recording reads, so that an older wording is not heard for a newer', async () => {
    const clip = await record('old words', { ...read, shownText: 'Eldre ord' });
    const { clips } = (await readForm(await tabletOf(1))).readAloud;
    expect(clips.filter(({ clipId }) => clipId === clip.clipId).map(({ text }) => text)).toEqual([
      'Eldre ord',
    ]);
    expect(clips.filter(({ text }) => text === norwegian).map(({ clipId }) => clipId)).not.toContain(
      clip.clipId,
    );
  });

  test('gets no recordings of another questionnaire, and all of the pages’ own texts', async () => {
    const sociogram = questionnaireFor('sociogram', 5);
    const [elsewhere] = sociogram === undefined ? [] : readAloudTexts(sociogram);
    await record('x', { sourceText: elsewhere?.nb, shownText: elsewhere?.nb });
    await record('x', { sourceText: 'Vil ikke svare', shownText: 'Vil ikke svare' });
    const texts = (await readForm(await tabletOf(1))).readAloud.clips.map(({ text }) => text);
    expect(texts).toContain('Vil ikke svare');
    expect(texts).not.toContain(elsewhere?.nb);
  });

  test('has it cached for good under its version, and asks again without getting it again', async () => {
    const { clipId } = await record('kept');
    const tablet = await tabletOf(1);
    const answer = await soundAt(tablet, clipId);
    expect(answer.headers.get('content-type')).toBe('audio/webm');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const tag = answer.headers.get('etag') ?? '';
    const path = `/api/v1/pupil-session/clips/${clipId}`;
    const again = await tablet(path, { headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await tablet(path, { headers: { 'if-none-match': '"another"' } })).status).toBe(200);
  });

  test('hears nothing of another school, nothing without a session, nothing after handing in', async () => {
    const theirs = await bodyOf<Clip>(await send(other.teacher, recordedClip()));
    const { clipId } = await record('ours');
    const tablet = await tabletOf(2);
    const answer = await soundAt(tablet, theirs.clipId);
    expect([answer.status, await codeOf(answer), answer.headers.get('cache-control')]).toEqual([
      404,
      'not_found',
      'no-store',
    ]);
    expect((await soundAt(house.tablet(), clipId)).status).toBe(401);
    expect((await soundAt(own.teacher, clipId)).status).toBe(401);
    await put(tablet, wholeResponse(await readForm(tablet)));
    expect((await soundAt(tablet, clipId)).status).toBe(401);
  });
});

describe('settings', () => {
  test('reading aloud is off until the teacher turns it on for the class', async () => {
    const path = `/api/v1/classes/${own.classId}/read-aloud`;
    const tablet = await tabletOf(3);
    expect((await readForm(tablet)).readAloud.on).toBe(false);
    expect((await own.teacher(path, json('PUT', { on: true }))).status).toBe(200);
    expect(await bodyOf(await own.teacher(`/api/v1/classes/${own.classId}/tablets`))).toMatchObject({
      readAloud: true,
    });
    expect((await readForm(tablet)).readAloud.on).toBe(true);
    expect((await other.teacher(path, json('PUT', { on: false }))).status).toBe(404);
    expect((await readForm(tablet)).readAloud.on).toBe(true);
  });

  test('recordings come first until leadership lets the voice of the tablet come first', async () => {
    const head = await house.staffBrowser('head');
    expect((await list(head)).clipsFirst).toBe(true);
    expect((await head('/api/v1/read-aloud/order', json('PUT', { clipsFirst: false }))).status).toBe(204);
    expect((await readForm(await tabletOf(3))).readAloud.clipsFirst).toBe(false);
    expect((await list(other.teacher)).clipsFirst).toBe(true);
    const teacher = await own.teacher('/api/v1/read-aloud/order', json('PUT', { clipsFirst: true }));
    expect(teacher.status).toBe(404);
  });
});
