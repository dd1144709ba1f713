import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

const entry = '/src/lib/pupil/start.ts';
/** What a tablet on a slow network can be asked to fetch before the first item: JavaScript and CSS, compressed. */
const mostBytes = 60_000;

/**
 * The pupil's page: a document of its own, in the same build as the staff's application but without its router. Emits `pupil.html`,
 * and `pupil-assets.json` for the service worker: `first` is what it takes to show the first item, `later` what is fetched on the
 * way. Languages come when they are chosen. The build fails when the first weighs too much.
 */
export const pupilPage = (policy: string): Plugin => ({
  name: 'pupil-page',
  applyToEnvironment: ({ name }) => name === 'client',
  buildStart() {
    if (this.meta.watchMode) return;
    this.emitFile({ type: 'chunk', id: entry, name: 'pupil' });
  },
  configureServer(server) {
    server.middlewares.use('/s', (request, response) => {
      const page = documentOf([`<script type="module" src="${entry}"></script>`]);
      void server.transformIndexHtml(request.originalUrl ?? '/s', page).then((html) => {
        response.setHeader('content-type', 'text/html').end(html);
      });
    });
  },
  generateBundle(_options, bundle) {
    const { start, first, later } = assetsIn(bundle);
    const bytes = first.reduce((sum, name) => sum + compressedSize(bundle[name]), 0);
    if (bytes > mostBytes)
      this.error(
        `The first item takes ${String(bytes)} bytes of JavaScript and CSS, more than ${String(mostBytes)}.`,
      );
    const rule = `<meta http-equiv="content-security-policy" content="${policy}" />`;
    const links = first.map((name) =>
      name.endsWith('.css')
        ? `<link rel="stylesheet" href="/${name}" />`
        : `<link rel="modulepreload" href="/${name}" />`,
    );
    const script = `<script type="module" src="/${start}"></script>`;
    this.emitFile({ type: 'asset', fileName: 'pupil.html', source: documentOf([rule, ...links, script]) });
    const paths = (names: readonly string[]) => names.map((name) => `/${name}`);
    const source = JSON.stringify({ first: paths(first), later: paths(later) });
    this.emitFile({ type: 'asset', fileName: 'pupil-assets.json', source });
  },
});

function assetsIn(bundle: Rolldown.OutputBundle) {
  const chunks = new Map(
    Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])),
  );
  const start = [...chunks.values()].find(
    ({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith(entry),
  );
  if (start === undefined) throw new Error(`No entry was built from ${entry}`);
  const follow = (names: readonly string[], next: (chunk: Rolldown.OutputChunk) => readonly string[]) => {
    const found = new Set<string>();
    const open = [...names];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      const chunk = chunks.get(name);
      if (chunk === undefined || found.has(name)) continue;
      found.add(name);
      open.push(...next(chunk));
    }
    return [...found];
  };
  const ofOneLanguage = (name: string) =>
    chunks.get(name)?.moduleIds.some((id) => /\/(texts|translations|fonts)\//.test(id)) === true;
  const firstChunks = follow([start.fileName], ({ imports }) => imports);
  const laterChunks = follow(
    firstChunks.flatMap((name) => chunks.get(name)?.dynamicImports ?? []),
    ({ imports, dynamicImports }) => [...imports, ...dynamicImports],
  ).filter((name) => !firstChunks.includes(name) && !ofOneLanguage(name));
  const withStyles = (names: readonly string[]) =>
    [
      ...new Set([
        ...names,
        ...names.flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]),
      ]),
    ].sort();
  const first = withStyles(firstChunks);
  return {
    start: start.fileName,
    first,
    later: withStyles(laterChunks).filter((name) => !first.includes(name)),
  };
}

function compressedSize(part: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): number {
  if (part === undefined) return 0;
  return brotliCompressSync(part.type === 'chunk' ? part.code : part.source).length;
}

const documentOf = (head: readonly string[]): string => `<!doctype html>
<html lang="nb" data-color-scheme="auto">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Samhold</title>
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    ${head.join('\n    ')}
  </head>
  <body></body>
</html>
`;
