import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Configuration = { readonly forbidden: readonly { readonly name: string }[]; readonly options: object };

const repository = resolve(import.meta.dirname, '..');
const configuration = createRequire(import.meta.url)(
  join(repository, '.dependency-cruiser.cjs'),
) as Configuration; // untyped by nature

/** Per rule: files of a small house, in which exactly this rule is broken. */
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'survey-not-analysis-or-contract-or-db-or-apps-api-or-apps-web': {
    'packages/survey/src/a.ts': `import { analysis } from '../../analysis/src/index.ts'; export const a = analysis;`,
  },
  'analysis-not-survey-or-contract-or-db-or-apps-api-or-apps-web': {
    'packages/analysis/src/a.ts': `import { survey } from '../../survey/src/index.ts'; export const a = survey;`,
  },
  'contract-not-analysis-or-db-or-apps-api-or-apps-web': {
    'packages/contract/src/a.ts': `import { analysis } from '@samhold/analysis'; export const a = analysis;`,
  },
  'db-not-survey-or-analysis-or-contract-or-apps-api-or-apps-web': {
    'packages/db/src/a.ts': `import type { Survey } from '@samhold/survey'; export type A = Survey;`,
  },
  'apps-web-not-db-or-apps-api': {
    'apps/web/src/a.ts': `import { db } from '@samhold/db'; export const a = db;`,
  },
  'apps-api-not-apps-web': {
    'apps/api/src/a.ts': `import { b } from '../../web/src/b.ts'; export const a = b;`,
    'apps/web/src/b.ts': `export const b = 1;`,
  },
  'routine-without-status': {
    'packages/analysis/src/signals/a.ts': `import type { C } from '../networks/b.ts'; export type A = C;`,
    'packages/analysis/src/networks/b.ts': `export type { C } from '../status/c.ts';`,
    'packages/analysis/src/status/c.ts': `export type C = 1;`,
  },
  'release-checked-from-outside': {
    'scripts/disclosure/a.ts': `export { b } from '../../packages/analysis/src/index.ts';`,
    'packages/analysis/src/index.ts': `export { b } from './disclosure/b.ts';`,
    'packages/analysis/src/disclosure/b.ts': `export const b = 1;`,
  },
  'queries-of-own-slice': {
    'apps/api/src/rounds/service.ts': `import { b } from '../roster/queries.ts'; export const a = b;`,
    'apps/api/src/roster/queries.ts': `export const b = 1;`,
  },
  'policy-imports-types-only': {
    'apps/api/src/rounds/policy.ts': `import { b } from './service.ts'; export const a = b;`,
    'apps/api/src/rounds/service.ts': `export const b = 1;`,
  },
  'pure-packages-without-node': {
    'packages/survey/src/a.ts': `import { join } from 'node:path'; export const a = join;`,
  },
  'pure-packages-without-dependencies': {
    'packages/survey/src/a.ts': `import pg from 'small'; export const a = pg;`,
    'node_modules/small/package.json': `{ "name": "small", "main": "index.js" }`,
    'node_modules/small/index.js': `module.exports = 1;`,
    'packages/survey/package.json': `{ "name": "@samhold/survey", "dependencies": { "small": "1" } }`,
  },
  'web-without-node': {
    'apps/web/src/a.ts': `import { join } from 'node:path'; export const a = join;`,
  },
  'driver-only-in-db': {
    'apps/api/src/a.ts': `import pg from 'pg'; export const a = pg;`,
    'node_modules/pg/package.json': `{ "name": "pg", "main": "index.js" }`,
    'node_modules/pg/index.js': `module.exports = 1;`,
  },
  'no-circular': {
    'apps/api/src/a.ts': `import { b } from './b.ts'; export const a = () => b;`,
    'apps/api/src/b.ts': `import { a } from './a.ts'; export const b = () => a;`,
  },
  'source-not-to-test': {
    'apps/api/src/a.ts': `import { b } from './b.fixture.ts'; export const a = b;`,
    'apps/api/src/b.fixture.ts': `export const b = 1;`,
  },
  'not-to-unresolvable': {
    'apps/api/src/a.ts': `import { b } from './missing.ts'; export const a = b;`,
  },
};

/** What keeps every rule, though it lies close to breaking one. */
const sound: Readonly<Record<string, string>> = {
  'apps/api/src/rounds/policy.ts': `import type { Round } from './service.ts'; export const may = (round: Round) => round;`,
  'apps/api/src/rounds/service.ts': `import { b } from './queries.ts'; import { c } from '../roster/service.ts'; export type Round = 1; export const a = [b, c];`,
  'apps/api/src/rounds/queries.ts': `import { db } from '@samhold/db'; export const b = db;`,
  'apps/api/src/roster/service.ts': `import { join } from 'node:path'; export const c = join;`,
  'apps/web/src/a.ts': `import { analysis } from '@samhold/analysis'; import { survey } from '@samhold/survey'; export const a = [analysis, survey];`,
  'packages/analysis/src/status/a.ts': `import { b } from '../networks/b.ts'; export const a = b;`,
  'packages/analysis/src/networks/b.ts': `export const b = 1;`,
  'scripts/disclosure/a.ts': `import { b } from '../../packages/analysis/src/networks/b.ts'; export const a = b;`,
  'scripts/disclosure/a.test.ts': `import { b } from '../../packages/analysis/src/disclosure/b.ts'; export const a = b;`,
  'packages/analysis/src/disclosure/b.ts': `export const b = 1;`,
  'packages/contract/src/a.ts': `import type { Survey } from '@samhold/survey'; export type A = Survey;`,
  'packages/survey/src/a.test.ts': `import { join } from 'node:path'; export const a = join;`,
};

describe('the rules of imports', () => {
  const house = realpathSync(mkdtempSync(join(tmpdir(), 'samhold-rules-')));
  afterAll(() => rmSync(house, { recursive: true }));

  const write = (folder: string, files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };

  const brokenRules = async (
    name: string,
    files: Readonly<Record<string, string>>,
  ): Promise<readonly string[]> => {
    const folder = join(house, name);
    for (const name of ['survey', 'analysis', 'contract', 'db']) {
      write(folder, {
        [`packages/${name}/package.json`]: `{ "name": "@samhold/${name}", "exports": { ".": "./src/index.ts" } }`,
        [`packages/${name}/src/index.ts`]: `export const ${name} = 1; export type Survey = 1;`,
      });
      mkdirSync(join(folder, 'node_modules/@samhold'), { recursive: true });
      symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@samhold', name));
    }
    write(folder, {
      'apps/api/package.json': '{}',
      'apps/web/package.json': '{}',
      'scripts/none.ts': '',
      ...files,
    });
    const ruleSet = { forbidden: configuration.forbidden } as IFlattenedRuleSet; // read from an untyped file
    const { enhancedResolveOptions, ...options } = configuration.options as Record<string, object>; // likewise
    const { output } = await cruise(
      ['packages', 'apps', 'scripts'],
      { ...options, ruleSet, validate: true, baseDir: folder },
      enhancedResolveOptions,
    );
    if (typeof output === 'string') throw new Error(output);
    return [...new Set((output as ICruiseResult).summary.violations.map((violation) => violation.rule.name))];
  };

  let ruleNames: readonly string[] = [];
  beforeAll(() => {
    ruleNames = configuration.forbidden.map((rule) => rule.name);
  });

  it('have one planted violation each', () => {
    expect(Object.keys(planted).toSorted()).toEqual(ruleNames.toSorted());
  });

  it('say nothing about a house that keeps them', async () => {
    expect(await brokenRules('sound', sound)).toEqual([]);
  });

  it.each(Object.entries(planted))('report what breaks %s', async (name, files) => {
    expect(await brokenRules(name, files)).toEqual([name]);
  });
});
