import { expect, test } from 'vitest';
import { whereOf } from './own-sessions.ts';

test.each([
  ['chrome', 'ipad', 'Chrome på iPad'],
  ['safari', 'mac_or_ipad', 'Safari på Mac eller iPad'],
  ['other', 'windows', 'En nettleser på Windows'],
  ['firefox', 'other', 'Firefox på en enhet vi ikke kjenner'],
  ['other', 'other', 'En nettleser vi ikke kjenner'],
] as const)('%s on %s: %s', (browser, device, words) => {
  expect(whereOf({ browser, device })).toBe(words);
});
