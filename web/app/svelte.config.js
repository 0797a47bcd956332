import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
const taken = new Map();

/** A scope's class in three letters, or in more where two files would share them: each phone loads hundreds of these. */
function cssHash({ hash, filename, css }) {
  const whole = hash(filename ?? css);
  for (let length = 3; length < whole.length; length++) {
    const name = `s${whole.slice(0, length)}`;
    if ((taken.get(name) ?? filename) !== filename) continue;
    taken.set(name, filename);
    return name;
  }
  return `s${whole}`;
}

export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true, cssHash },
};
