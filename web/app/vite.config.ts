import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compress } from './tools/compress.ts';
import { fonts } from './tools/fonts.ts';
import { mounted } from './tools/mounted.ts';
import { desk, later, phones } from './tools/pages.ts';
import { policy } from './tools/policy.ts';
import { preloadWords } from './tools/preload.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => {
  const pages = mode === 'desk' ? desk : phones;
  return {
    root: here('.'),
    plugins: [fonts(), mounted(), svelte(), preloadWords(), compress()],
    resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
    build: {
      outDir: here('../dist'),
      emptyOutDir: pages === phones, // public/placeholder.html puts back the one committed file
      // iOS 16.4 is what an iPhone 8 gets; older targets add 1.5 KB of helpers to every phone.
      target: ['chrome100', 'safari16.4', 'firefox100'],
      assetsInlineLimit: 0, // the policy knows no data: fonts
      minify: pages.frugal ? 'terser' : 'oxc', // 2 % smaller, and five times as slow
      terserOptions: { module: true, ecma: 2020, compress: { passes: 3, pure_getters: true, keep_fargs: false } },
      cssCodeSplit: !pages.frugal,
      modulePreload: pages.frugal ? false : { polyfill: false },
      rolldownOptions: {
        input: pages.files.map(here),
        output: pages.frugal ? later : {},
        // What of Svelte no page uses is dropped whole, although some of its modules do something when they are loaded.
        treeshake: { moduleSideEffects: [{ test: /node_modules\/svelte\//, sideEffects: false }] },
      },
    },
    server: {
      proxy: { '/api': { target: process.env.VERBINDEND_URL ?? 'http://localhost:8080', ws: true } },
    },
    preview: { headers: { 'Content-Security-Policy': policy } },
    test: { environment: 'happy-dom', include: ['src/**/*.test.ts', 'tools/**/*.test.ts'] },
  };
});
