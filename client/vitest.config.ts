import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte({ configFile: false })],
  test: { name: 'client', environment: 'node', include: ['src/**/*.test.ts'] },
});
