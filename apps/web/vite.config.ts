import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { pupilPage } from './pupil-page.ts';

type Source = 'self' | 'none' | 'data:' | 'blob:';

/** What every page may load: its own origin, and nothing written into the page. */
const allowed: Record<`${string}-src` | 'base-uri' | 'form-action', Source[]> = {
  'default-src': ['self'],
  'script-src': ['self'],
  'style-src': ['self'],
  'img-src': ['self', 'data:'],
  'font-src': ['self'],
  'media-src': ['self', 'blob:'],
  'connect-src': ['self'],
  'object-src': ['none'],
  'base-uri': ['none'],
  'form-action': ['self'],
};

const written = Object.entries(allowed)
  .map(
    ([name, sources]) =>
      `${name} ${sources.map((source) => (/^\w+$/.test(source) ? `'${source}'` : source)).join(' ')}`,
  )
  .join('; ');

export default defineConfig({
  plugins: [
    pupilPage(written),
    sveltekit({
      adapter: adapter({ fallback: '200.html', precompress: true }),
      csp: {
        mode: 'hash',
        directives: {
          ...allowed,
          // The one style attribute of SvelteKit itself: the hidden element that reads page titles aloud.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        },
      },
      // Registered by hand, with the pupil pages as its scope.
      serviceWorker: { register: false },
    }),
  ],
  server: { proxy: { '/api': 'http://127.0.0.1:3000', '/demo-idp': 'http://127.0.0.1:3000' } },
});
