import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compress } from './tools/compress.ts';
import { fonts } from './tools/fonts.ts';
import { policy } from './tools/policy.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Modules that several pages share travel in named chunks, so that a phone fetches few files and keeps them cached. A
 * chunk also takes what its modules import, unless an earlier chunk in this list has it: so the order matters, and
 * `desk` (what only laptops and projectors load) comes last.
 */
const chunks = [
  { name: 'svelte', test: /node_modules\/(svelte|esm-env|clsx)\// },
  { name: 'wire', test: /src\/wire\// },
  {
    name: 'ui',
    test: /src\/(ui\/(?!Field|TextArea|length|Bar|Dot|Toast|toasts)[^/]+|i18n\/common\/[^/]+|i18n\/[^/]+)\.(ts|svelte)/,
  },
  // What a phone fetches after arriving: fields and the words for refusals; dots, bars and passing messages.
  { name: 'fields', test: /src\/(ui\/(Field|FieldFrame|TextArea|length)|i18n\/problem\/[^/]+)\.(ts|svelte)/ },
  { name: 'marks', test: /src\/ui\/(Bar|Dots|DotRow|ToastList|toasts\.svelte)\.(ts|svelte)/ },
  { name: 'desk', test: /node_modules\/uqr\/|src\/[^?]*\/desk\/.*\.(ts|svelte)/ },
];

export default defineConfig({
  root: here('.'),
  plugins: [fonts(), svelte(), compress()],
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  build: {
    outDir: here('../dist'),
    emptyOutDir: true, // public/placeholder.html puts back the one committed file
    // iOS 16.4 is what an iPhone 8 gets; older targets add 1.5 KB of helpers to every phone.
    target: ['chrome100', 'safari16.4', 'firefox100'],
    assetsInlineLimit: 0, // the policy knows no data: fonts
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        join: here('index.html'),
        play: here('play.html'),
        host: here('host.html'),
        screen: here('screen.html'),
        look: here('look.html'),
      },
      output: {
        codeSplitting: {
          groups: chunks.map((chunk, i) => ({ ...chunk, priority: chunks.length - i })),
        },
      },
    },
  },
  server: {
    proxy: { '/api': { target: process.env.VERBINDEND_URL ?? 'http://localhost:8080', ws: true } },
  },
  preview: { headers: { 'Content-Security-Policy': policy } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts', 'tools/**/*.test.ts'] },
});
