import { expect, test } from 'vitest';
import { followStatus } from './follow-sitting.ts';

const eventsOf = async (first: object, answers: readonly (object | Error)[]): Promise<string[]> => {
  const left = [...answers];
  const read = async (): Promise<object> => {
    const next = left.shift() ?? {};
    if (next instanceof Error) throw next;
    return next;
  };
  const events: string[] = [];
  for await (const event of followStatus(first, read, { everyMs: 1, lastsMs: answers.length + 1 }))
    events.push(event);
  return events.slice(1);
};

test('the status comes at once, and again only when it has changed', async () => {
  expect(await eventsOf({ n: 1 }, [{ n: 1 }, { n: 2 }])).toEqual([
    'data: {"n":1}\n\n',
    ': unchanged\n\n',
    'data: {"n":2}\n\n',
  ]);
});
test('it ends when the status cannot be read any more', async () => {
  expect(await eventsOf({ n: 1 }, [new Error('gone'), { n: 2 }])).toEqual(['data: {"n":1}\n\n']);
});
