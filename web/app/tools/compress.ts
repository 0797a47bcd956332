import { gzipAsync } from '@gfx/zopfli';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const worthIt = /\.(html|js|css|svg|json|txt)$/;

/**
 * Writes a .br and a .gz beside every text file of the build, so that the server compresses nothing while a room of
 * phones arrives at once. Zopfli makes gzip 3.5 % smaller and takes its time for it; it matters, because over plain http
 * browsers take no brotli. woff2 is compressed already.
 */
export function compress(): Plugin {
  let outDir = '';
  return {
    name: 'verbindend:compress',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      const began = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
      for (const name of began) {
        const file = join(outDir, name);
        if (!worthIt.test(name) || began.includes(name + '.gz') || !statSync(file).isFile()) continue;
        const whole = readFileSync(file);
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
        writeFileSync(file + '.br', brotliCompressSync(whole, { params }));
        writeFileSync(file + '.gz', await gzipAsync(whole, {}));
      }
    },
  };
}
