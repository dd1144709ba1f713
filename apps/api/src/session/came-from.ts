import type { BrowserKind, DeviceKind } from '@samhold/contract';

/** In their order: most browsers name those they are like, and themselves last. */
const browsers: readonly (readonly [BrowserKind, RegExp])[] = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//],
  ['safari', /\bVersion\/[\d.]+.* Safari\//],
];
const devices: readonly (readonly [DeviceKind, RegExp])[] = [
  ['ipad', /\biPad\b/],
  ['iphone', /\biPhone\b/],
  ['android', /\bAndroid\b/],
  ['chromebook', /\bCrOS\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMacintosh\b/],
  ['linux', /\bLinux\b/],
];

const first = <K>(kinds: readonly (readonly [K, RegExp])[], text: string): K | undefined =>
  kinds.find(([, like]) => like.test(text))?.[0];

export type CameFrom = { readonly browser: BrowserKind; readonly device: DeviceKind };

/** What a person knows a browser by, of all it tells of itself. No more of it is kept. */
export const cameFrom = (userAgent: string): CameFrom => {
  const browser = first(browsers, userAgent) ?? 'other';
  const device = first(devices, userAgent) ?? 'other';
  return { browser, device: device === 'mac' && browser === 'safari' ? 'mac_or_ipad' : device };
};

type Stored = { readonly browser: string | null; readonly device: string | null };

/** As it was stored: written by `cameFrom` alone, at the first request. */
export const cameFromOf = ({ browser, device }: Stored): CameFrom => ({
  browser: (browser ?? 'other') as BrowserKind,
  device: (device ?? 'other') as DeviceKind,
});
