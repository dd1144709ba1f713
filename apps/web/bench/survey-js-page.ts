import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Questionnaire } from '@samhold/survey';
import { build } from 'vite';

const version = '2.5.38';
const packages = { 'survey-core': version, 'survey-js-ui': version };

/** Its default style, without the fonts that it would fetch from a third party. */
const program = `import 'survey-core/survey-core.fontless.min.css';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';
renderSurvey(new Model(JSON.parse(document.querySelector('#model').textContent)), document.querySelector('#survey'));
`;

const documentOf = (model: object): string => `<!doctype html>
<html lang="nb">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>SurveyJS</title>
    <link rel="icon" href="data:," />
    <script type="application/json" id="model">${JSON.stringify(model).replaceAll('<', '\\u003c')}</script>
    <script type="module" src="/main.js"></script>
  </head>
  <body><div id="survey"></div></body>
</html>
`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The questionnaire as a model of SurveyJS, one item a page. */
const modelOf = (
  { items, scales }: Questionnaire,
  classmates: readonly string[],
  maxChoices: number,
): object => ({
  pageNextText: 'Neste',
  pagePrevText: 'Tilbake',
  completeText: 'Lever',
  pages: items.map(({ id: name, text, explanation, ...item }) => ({
    elements: [
      {
        name,
        title: text.nb,
        ...(explanation === undefined ? {} : { description: explanation.nb }),
        ...(item.type === 'choice'
          ? {
              type: 'radiogroup',
              choices: [
                ...(scales[item.scaleId]?.options ?? []).map((option) => ({
                  value: option.id,
                  text: option.text.nb,
                })),
                { value: 'declined', text: 'Vil ikke svare' },
              ],
            }
          : {
              type: 'checkbox',
              choices: classmates,
              maxSelectedChoices: maxChoices,
              showNoneItem: true,
              noneText: 'Ingen',
            }),
      },
    ],
  })),
});

/** False where the registry does not give them. */
const fetchPackages = (directory: string): boolean => {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  // Without what npm told this process of itself: of this repository, not of the folder.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const options = { cwd: directory, env, stdio: 'ignore' } as const;
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], options);
  } catch {
    return false;
  }
  return Object.keys(packages).every((name) => existsSync(join(directory, 'node_modules', name)));
};

const filesUnder = (directory: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        file.slice(directory.length).replaceAll('\\', '/'),
        brotliCompressSync(readFileSync(file)),
      ]),
  );

/** Serves a folder compressed, with the headers of the product. Returns its origin. */
const serve = async (directory: string) => {
  const files = filesUnder(directory);
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const file = files.get(path);
    if (file === undefined) return response.writeHead(404).end();
    response
      .writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-encoding': 'br',
        'content-length': file.length,
        'cache-control': path === '/index.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
      })
      .end(file);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // of a server that listens on a port
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${port}`, stop };
};

/** The same questionnaire in SurveyJS, built and served from `directory`; undefined where its packages cannot be fetched. */
export const openSurveyJsPage = async (
  directory: string,
  questionnaire: Questionnaire,
  classmates: readonly string[],
  maxChoices: number,
) => {
  if (!fetchPackages(directory)) return undefined;
  writeFileSync(join(directory, 'main.js'), program);
  const page = documentOf(modelOf(questionnaire, classmates, maxChoices));
  writeFileSync(join(directory, 'index.html'), page);
  await build({ root: directory, configFile: false, logLevel: 'error' });
  return { version, ...(await serve(join(directory, 'dist'))) };
};
