import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Bundles TypeScript entries for Node. Packages stay outside (they are in node_modules); our own sources go in.
 * @param {{ entries: Record<string, string>, outDir: string }} what
 */
export const bundle = ({ entries, outDir }) =>
  build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { external: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input: entries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  })
