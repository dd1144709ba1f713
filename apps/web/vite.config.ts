import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

/**
 * Lists what the pupil page is made of: `first` is what it takes to show the first item, `later` what it fetches on the way.
 * The service worker keeps both; the weight check adds up the first. Languages come when they are chosen.
 */
const pupilAssets = (): Plugin => ({
  name: 'pupil-assets',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle(_options, bundle) {
    const chunks = new Map(
      Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? [[part.fileName, part] as const] : [],
      ),
    );
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
    const holds = (name: string, pattern: RegExp) =>
      chunks.get(name)?.moduleIds.some((id) => pattern.test(id)) === true;
    const names = [...chunks.keys()];
    // The router takes its own root layout and error page along; the rest is what lies in `routes/s`.
    const pages = names.filter((name) => /\/nodes\/[01]\./.test(name) || holds(name, /\/routes\/s\/\+/));
    const entries = names.filter((name) => name.includes('/entry/'));
    const first = follow([...entries, ...pages], ({ imports }) => imports);
    const later = follow(
      first
        .filter((name) => !entries.includes(name))
        .flatMap((name) => chunks.get(name)?.dynamicImports ?? []),
      ({ imports, dynamicImports }) => [...imports, ...dynamicImports],
    ).filter((name) => !first.includes(name) && !holds(name, /\/(texts|translations|fonts)\//));
    const cssOf = (of: readonly string[]) =>
      of.flatMap((name) => [...(chunks.get(name)?.viteMetadata?.importedCss ?? [])]);
    const listed = (of: readonly string[]) =>
      [...new Set([...of, ...cssOf(of)])].map((name) => `/${name}`).sort();
    this.emitFile({
      type: 'asset',
      fileName: 'pupil-assets.json',
      source: JSON.stringify({ first: listed(first), later: listed(later) }),
    });
  },
});

export default defineConfig({
  plugins: [
    pupilAssets(),
    sveltekit({
      adapter: adapter({ fallback: '200.html', precompress: true }),
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute of SvelteKit itself: the hidden element that reads page titles aloud.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'media-src': ['self', 'blob:'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
        },
      },
      // Registered by hand, with the pupil pages as its scope.
      serviceWorker: { register: false },
    }),
  ],
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/demo-idp': 'http://127.0.0.1:3000' } },
});
