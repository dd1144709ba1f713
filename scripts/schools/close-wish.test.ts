import { expect, test } from 'vitest';
import { readCloseWish } from './close-wish.ts';

const school = ['--school', '974 589 095'];
const recipient = 'age1qqqq';

test('each step asks for what it needs, and nothing is changed without a step', () => {
  expect(readCloseWish(school, '/')).toEqual({ step: 'show', school: '974589095' });
  expect(readCloseWish(['undo', ...school], '/')).toEqual({ step: 'undo', school: '974589095' });
  expect(readCloseWish(['begin', ...school, '--by', 'sak 17'], '/')).toMatchObject({ orderedBy: 'sak 17' });
  expect(readCloseWish(['export', ...school, '--to', 'ut', '--recipient', recipient], '/home/ada')).toEqual({
    ...{ step: 'export', school: '974589095', to: '/home/ada/ut', recipient },
  });
  const confirmed = ['--confirm', '974589095', '--received-as', '2026/4711'];
  expect(readCloseWish(['delete', ...school, ...confirmed], '/')).toEqual({
    ...{ step: 'delete', school: '974589095', confirmed: '974589095', receivedAs: '2026/4711' },
  });
  expect(readCloseWish(['receipts'], '/')).toEqual({ step: 'receipts' });
  expect(readCloseWish(['delete', '--help'], '/')).toEqual({ step: 'help' });
});

test.each([
  ['no school', ['begin', '--by', 'x'], '--school mangler.'],
  ['nobody who decided it', ['begin', ...school], '--by mangler.'],
  ['no key', ['export', ...school, '--to', 'ut'], '--recipient mangler.'],
  ['no confirmation', ['delete', ...school, '--received-as', 'x'], '--confirm mangler.'],
  ['no receipt', ['delete', ...school, '--confirm', '974589095'], '--received-as mangler.'],
  ['a step that is none', ['slett', ...school], '«slett» er ikke et steg.'],
  ['two steps', ['begin', 'delete', ...school], 'Bare ett steg om gangen.'],
  ['an option that is none', [...school, '--force'], 'et valg som ikke finnes'],
])('%s is told in a sentence', (_what, args, sentence) => {
  expect(() => readCloseWish(args, '/')).toThrow(sentence);
});
