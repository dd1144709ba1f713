import { expect, test } from 'vitest';
import { cameFrom } from './came-from.ts';

const webKit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0';

test.each([
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webKit} Version/26.1 Safari/605.1.15`,
    'safari on mac_or_ipad',
  ],
  [
    `Mozilla/5.0 (iPad; CPU OS 26_1 like Mac OS X) ${webKit} CriOS/147.0 Mobile/15E148 Safari/604.1`,
    'chrome on ipad',
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) ${webKit} Version/26.1 Mobile/15E148 Safari/604.1`,
    'safari on iphone',
  ],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Safari/537.36 Edg/147.0.0.0`, 'edge on windows'],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Safari/537.36`, 'chrome on chromebook'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${blink} Safari/537.36`, 'chrome on mac'],
  [`Mozilla/5.0 (Linux; Android 16; K) ${blink} Mobile Safari/537.36`, 'chrome on android'],
  [
    `Mozilla/5.0 (Linux; Android 16; SM-X210) AppleWebKit/537.36 SamsungBrowser/29.0 Chrome/136.0 Safari/537.36`,
    'samsung on android',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0', 'firefox on linux'],
  ['node', 'other on other'],
  ['', 'other on other'],
])('%s', (userAgent, words) => {
  const { browser, device } = cameFrom(userAgent);
  expect(`${browser} on ${device}`).toBe(words);
});
