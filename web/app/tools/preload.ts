import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Which texts a page comes with; without an entry here it fetches them when it knows its reader. */
const words: Record<string, string> = {
  'play.html': 'i18n/phones/nl.ts',
  'play.en.html': 'i18n/phones/en.ts',
};

/**
 * Names a page's texts in its head. They are imported by the page's script, so without this they would take one more way
 * there and back.
 */
export function preloadWords(): Plugin {
  return {
    name: 'verbindend:preload-words',
    enforce: 'pre',
    apply: (config, { command }) => command === 'build' && config.build?.modulePreload === false,
    // Vite's own helper looks for what a fetched part needs beside itself. The texts need nothing.
    load: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (fetch) => fetch();',
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { path, bundle }) {
        const texts = words[path.slice(1)];
        if (!texts) return html;
        const chunk = Object.values(bundle ?? {}).find(
          (one) => one.type === 'chunk' && one.facadeModuleId?.endsWith(texts),
        );
        if (!chunk) throw new Error(`${path}: no chunk holds ${texts}`);
        const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${chunk.fileName}` };
        const link: HtmlTagDescriptor = { tag: 'link', attrs, injectTo: 'head' };
        return [link];
      },
    },
  };
}
