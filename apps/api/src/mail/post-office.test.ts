import { expect, test } from 'vitest';
import { wayToServer } from './post-office.ts';

test('mail goes encrypted or not at all, save to a server on this machine', () => {
  expect(wayToServer('smtp://post.kommunen.no:587').requireTLS).toBe(true);
  expect(wayToServer('smtps://samhold:hemmelig@post.kommunen.no:465').requireTLS).toBe(true);
  expect(wayToServer('smtp://localhost:25').requireTLS).toBe(false);
  expect(wayToServer('smtp://127.0.0.1:1025').requireTLS).toBe(false);
});
