import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  openInstallation,
  organisationNumber,
  runNode,
  type Installation,
  type Outcome,
} from '../roster/installation.fixture.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.remove());

const create = (...args: readonly string[]): Promise<Outcome> => {
  const module = JSON.stringify(new URL('create-command.ts', import.meta.url).href);
  const text = `import { createSchoolCommand } from ${module};
    const output = { result: console.log, note: console.error };
    process.exitCode = await createSchoolCommand(process.argv.slice(1), ${JSON.stringify(installation.places)}, output);`;
  return runNode(['--input-type=module', '-e', text, '--', ...args]);
};
const school = (number: string, owner: string): readonly string[] => [
  ...['--name', 'Dalvik skole', '--number', number, '--owner', owner],
  ...['--given-name', 'Dag', '--family-name', 'Dalvik'],
];
const link = /^http:\/\/localhost:3000\/setup#[\w-]{43}\n$/;

test('beside the running product a school is made once, and what is printed on stdout is its link alone', async () => {
  const { code, out, fault } = await create(...school('974588145', 'lesen kommune'));
  expect([code, out]).toEqual([0, expect.stringMatching(link)]);
  expect(fault).toContain('Dalvik skole er laget.');
  expect(await create(...school('974588145', 'lesen kommune'))).toEqual({
    ...{ code: 1, out: '' },
    fault: 'Skolen er ikke laget. En skole her har allerede dette organisasjonsnummeret.\n',
  });
  const again = await create('--new-link', '974588145');
  expect([again.code, again.out]).toEqual([0, expect.stringMatching(link)]);
  expect(again.out).not.toBe(out);
}, 120_000);

test('the school made before has its number too; an unknown owner is answered by those there are', async () => {
  expect((await create(...school(organisationNumber, 'Lesen kommune'))).fault).toContain(
    'dette organisasjonsnummeret',
  );
  const { code, fault } = await create(...school('974760673', 'Borte kommune'));
  expect([code, fault]).toEqual([
    1,
    expect.stringMatching(/--new-owner\.\nSkoleeiere her:\n {2}Lesen kommune {2}[\w-]{36}\n$/),
  ]);
});

test('written wrong it ends with 2, and there is no link where an administrator signs in', async () => {
  expect([(await create('--name', 'Dalvik')).code, (await create('--help')).code]).toEqual([2, 0]);
  const { code, fault } = await create('--new-link', organisationNumber);
  expect([code, fault]).toEqual([1, expect.stringContaining('ikke laget noen lenke')]);
});
