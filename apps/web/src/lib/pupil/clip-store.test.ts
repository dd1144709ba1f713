import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const clips = [
  { language: 'nn', text: 'Ja', clipId: 'yes' },
  { language: 'nn', text: 'Nei', clipId: 'no' },
  { language: 'en', text: 'Yes', clipId: 'yes-en' },
];
const path = (clipId: string): string => `/api/v1/pupil-session/clips/${clipId}`;

let kept: Map<string, Response>;
let asked: string[];
let online: boolean;
beforeEach(() => {
  kept = new Map();
  asked = [];
  online = true;
  vi.stubGlobal('caches', {
    open: () =>
      Promise.resolve({
        match: (at: string) => Promise.resolve(kept.get(at)?.clone()),
        put: (at: string, answer: Response) => Promise.resolve(void kept.set(at, answer)),
        keys: () => Promise.resolve([...kept.keys()].map((at) => ({ url: `https://skole.test${at}` }))),
        delete: ({ url }: Request) => Promise.resolve(kept.delete(new URL(url).pathname)),
      }),
  });
  vi.stubGlobal('fetch', (at: string) => {
    asked.push(at);
    if (!online) return Promise.reject(new TypeError('offline'));
    return Promise.resolve(new Response(at, { status: at.endsWith('gone') ? 404 : 200 }));
  });
});
afterEach(() => vi.unstubAllGlobals());

/** As on a page that was opened anew: what is in memory is gone. */
const openStore = async () => {
  vi.resetModules();
  return import('./clip-store.ts');
};
const soundAt = async (address: string | Promise<string>) => (await readAddress(await address)).text();
/** The real one: it reads the addresses of sounds in memory. */
const readAddress = globalThis.fetch;

test('the clips of the chosen language are fetched once, and are there at once and without a network', async () => {
  const store = await openStore();
  await store.keepClips(clips, 'nn');
  expect(asked).toEqual([path('yes'), path('no')]);
  online = false;
  expect(store.addressOf('yes')).toBeTypeOf('string');
  const opened = await openStore();
  expect(await soundAt(opened.addressOf('no'))).toBe(path('no'));
  expect(asked).toHaveLength(2);
});

test('a clip that was replaced is forgotten, and those of other languages in use are not', async () => {
  const store = await openStore();
  await store.keepClips(clips, 'nn');
  await store.keepClips(clips, 'en');
  expect([...kept.keys()]).toEqual([path('yes'), path('no'), path('yes-en')]);
  await store.keepClips([{ language: 'nn', text: 'Ja', clipId: 'yes-2' }, ...clips.slice(1)], 'nn');
  expect([...kept.keys()]).toEqual([path('no'), path('yes-en'), path('yes-2')]);
});

test('a clip that cannot be fetched is not kept, does not hold back the others, and is tried again', async () => {
  const store = await openStore();
  await store.keepClips([{ language: 'nn', text: 'Borte', clipId: 'gone' }, ...clips], 'nn');
  expect([...kept.keys()]).toEqual([path('yes'), path('no')]);
  await expect(store.addressOf('gone')).rejects.toThrow('404');
  expect(asked.filter((at) => at === path('gone'))).toHaveLength(2);
});

test('without a cache a clip is still heard', async () => {
  vi.stubGlobal('caches', { open: () => Promise.reject(new Error('SecurityError')) });
  const store = await openStore();
  expect(await soundAt(store.addressOf('yes'))).toBe(path('yes'));
});
