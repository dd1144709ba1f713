import Type, { type Static } from 'typebox';
import { Id, Moment, Shape } from './shared-shapes.ts';

export const browsers = ['chrome', 'edge', 'firefox', 'safari', 'samsung', 'other'] as const;
/** An iPad that asks for pages as they are on a computer says that it is a Mac. */
export const devices = [
  'ipad',
  'iphone',
  'android',
  'chromebook',
  'windows',
  'mac',
  'mac_or_ipad',
  'linux',
  'other',
] as const;
export type BrowserKind = (typeof browsers)[number];
export type DeviceKind = (typeof devices)[number];

/** Where a person is signed in now, this browser first and then the one used last. */
export const OwnSessions = Shape({
  sessions: Type.Array(
    Shape({
      sessionId: Id,
      startedAt: Moment,
      /** To the minute. */
      lastSeenAt: Moment,
      browser: Type.Unsafe<BrowserKind>(Type.Union(browsers.map((one) => Type.Literal(one)))),
      device: Type.Unsafe<DeviceKind>(Type.Union(devices.map((one) => Type.Literal(one)))),
      isThis: Type.Boolean(),
    }),
  ),
});
export type OwnSessions = Static<typeof OwnSessions>;
export type OwnSession = OwnSessions['sessions'][number];
