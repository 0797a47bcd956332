import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const worthIt = /\.(html|js|css|svg|json|txt)$/;

/**
 * Writes a .br and a .gz beside every text file of the build, so that the server compresses nothing while a room of
 * phones arrives at once. woff2 is compressed already.
 */
export function compress(): Plugin {
  let outDir = '';
  return {
    name: 'verbindend:compress',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    closeBundle() {
      for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        const file = join(outDir, name);
        if (!worthIt.test(name) || !statSync(file).isFile()) continue;
        const whole = readFileSync(file);
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
        writeFileSync(file + '.br', brotliCompressSync(whole, { params }));
        writeFileSync(file + '.gz', gzipSync(whole, { level: 9 }));
      }
    },
  };
}
