import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compress } from './tools/compress.ts';
import { fonts } from './tools/fonts.ts';
import { policy } from './tools/policy.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules that several pages share travel in named chunks, so that a phone fetches few files and keeps them cached. */
function chunkOf(id: string): string | undefined {
  if (id.includes('node_modules/svelte/') || id.includes('node_modules/esm-env/')) return 'svelte';
  if (id.includes('node_modules/uqr/') || id.includes('/src/ui/desk/')) return 'desk';
  if (id.includes('/src/wire/')) return 'wire';
  // styles/phone.css and styles/desk.css stay with their pages: each brings other fonts.
  if (/\/src\/(ui|i18n\/(common|problem)|i18n\/[^/]+\.ts)/.test(id)) return 'ui';
  return undefined;
}

export default defineConfig({
  root: here('.'),
  plugins: [fonts(), svelte(), compress()],
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  build: {
    outDir: here('../dist'),
    emptyOutDir: true, // public/placeholder.html puts back the one committed file
    target: ['chrome100', 'safari15', 'firefox100'],
    assetsInlineLimit: 0, // the policy knows no data: fonts
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        join: here('index.html'),
        play: here('play.html'),
        host: here('host.html'),
        screen: here('screen.html'),
        look: here('look.html'),
      },
      output: { manualChunks: chunkOf },
    },
  },
  server: {
    proxy: { '/api': { target: process.env.VERBINDEND_URL ?? 'http://localhost:8080', ws: true } },
  },
  preview: { headers: { 'Content-Security-Policy': policy } },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts', 'tools/**/*.test.ts'] },
});
