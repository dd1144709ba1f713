import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Environment, type About } from '../../apps/api/src/config.ts';
import { inStyle } from '../privacy/in-style.ts';

export const settingsFile = resolve(import.meta.dirname, '../../docs/operate/settings.md');

const BEGIN =
  '<!-- The table is written by scripts/operate/settings-table.ts from the schema in config.ts. -->';
const END = '<!-- The end of the table. -->';

const table = (): string =>
  [
    '| variable | what it is | without it |',
    '| --- | --- | --- |',
    ...Object.entries(Environment.properties).map(([name, schema]) => {
      const { description, without } = schema as unknown as About; // each is made by `variable`
      return `| \`${name}\` | ${description} | ${without} |`;
    }),
  ].join('\n');

/** The page with its table as the schema has it. Throws when the page has lost the place of the table. */
export const settingsPage = (page = readFileSync(settingsFile, 'utf8')): Promise<string> => {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${settingsFile} has no place for the table.`);
  return inStyle(settingsFile, `${before}${BEGIN}\n\n${table()}\n\n${END}${after}`);
};

if (import.meta.main) writeFileSync(settingsFile, await settingsPage());
