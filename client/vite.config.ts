import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

const server = process.env.VITE_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte({ configFile: false }), pdfjsAssets(), preloadedFonts()],
  // Two copies of Yjs in one page do not understand each other's documents.
  resolve: { dedupe: ['yjs'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows fonts and images from this origin only: nothing becomes a data address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The editor and the reader of papers are large and loaded only where they are needed.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'frame', test: /node_modules[\\/](svelte|esm-env|clsx|sv-router)[\\/]/, priority: 3 },
            { name: 'wire', test: /node_modules[\\/](zod|socket\.io|engine\.io|@socket\.io)/, priority: 2 },
            { name: 'text', test: /node_modules[\\/](yjs|lib0|y-|@tiptap|prosemirror-)/, priority: 2 },
            { name: 'paper', test: /node_modules[\\/]pdfjs-dist[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
      '/minutes': { target: server, ws: true },
    },
  },
});

/** The files pdf.js asks for while it draws: character maps, standard fonts, decoders, colour profiles; at /pdfjs/. */
function pdfjsAssets(): Plugin {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const files = ['cmaps', 'standard_fonts', 'wasm', 'iccs'].flatMap(folder =>
    readdirSync(join(home, folder)).map(name => `${folder}/${name}`),
  );
  return {
    name: 'pdfjs-assets',
    generateBundle() {
      for (const file of files) {
        this.emitFile({ type: 'asset', fileName: `pdfjs/${file}`, source: readFileSync(join(home, file)) });
      }
    },
    configureServer(dev) {
      dev.middlewares.use('/pdfjs', (request, response, next) => {
        const file = files.find(known => request.url === `/${known}`);
        if (file === undefined) return next();
        if (file.endsWith('.wasm')) response.setHeader('Content-Type', 'application/wasm');
        response.end(readFileSync(join(home, file)));
      });
    },
  };
}

/** Asks for the two files of the body text together with the page, so that words do not change shape after it. */
function preloadedFonts(): Plugin {
  return {
    name: 'preloaded-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_page, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter(file => /be-vietnam-pro-(latin|vietnamese)-400-normal-.*\.woff2$/.test(file))
          .map(file => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
            injectTo: 'head' as const,
          })),
    },
  };
}
