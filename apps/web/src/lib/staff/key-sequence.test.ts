import { expect, test, vi } from 'vitest';
import { plainKey, takeKey } from './key-sequence.ts';

const run = vi.fn();
const shortcuts = [
  { keys: 'g h', text: 'Hva nå?', run },
  { keys: 'n', text: 'Skjul navnene', run },
  { keys: 'z', text: 'Angre' },
];

test('two keys within a second and a half are one shortcut', () => {
  const first = takeKey(shortcuts, null, 'g', 0);
  expect(first).toEqual({ found: undefined, typed: { keys: 'g', at: 0 } });
  expect(takeKey(shortcuts, first.typed, 'h', 1_500).found?.text).toBe('Hva nå?');
  expect(takeKey(shortcuts, first.typed, 'h', 1_501).found).toBeUndefined();
});
test('a key that does not go on with the first begins anew', () => {
  expect(takeKey(shortcuts, { keys: 'g', at: 0 }, 'n', 10).found?.text).toBe('Skjul navnene');
  expect(takeKey(shortcuts, { keys: 'g', at: 0 }, 'x', 10)).toEqual({ found: undefined, typed: null });
  expect(takeKey(shortcuts, { keys: 'g', at: 0 }, 'g', 10).typed).toEqual({ keys: 'g', at: 10 });
});
test('what the page handles itself is listed and not taken', () => {
  expect(takeKey(shortcuts, null, 'z', 0).found).toBeUndefined();
});

const press = {
  key: 'N',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  target: null,
};
test('a key is meant as one unless somebody writes or holds another down', () => {
  expect(plainKey(press)).toBe('n');
  expect(plainKey({ ...press, ctrlKey: true })).toBeNull();
  expect(plainKey({ ...press, key: 'Enter' })).toBeNull();
  const field = { closest: (selector: string) => (selector.includes('textarea') ? {} : null) };
  // Only `closest` is asked of what the key was pressed in.
  expect(plainKey({ ...press, target: field as unknown as EventTarget })).toBeNull();
});
