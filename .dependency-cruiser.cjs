/**
 * Who may import whom. The modules stand on each other in one direction, as each declares in its module.ts, and meet only
 * at server/index.ts; inside a module the rules are pure, and the web never sees the server. `npm run lint` and `npm test`
 * hold the sources to it.
 */
const { existsSync, readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

/** A module's declaration. Read as text: Node 20 imports no TypeScript. */
const declaration = (name) => join(__dirname, 'src', name, 'module.ts')

/** What a module declares that it stands on, and the platform. */
const standsOn = (name) => {
  const [, declared] = /^ {2}standsOn: \[((?:'\w+'(?:, )?)*)\],$/m.exec(readFileSync(declaration(name), 'utf8')) ?? []
  if (declared === undefined) throw new Error(`src/${name}/module.ts has no line "standsOn: [ … ],"`)
  return [...declared.matchAll(/\w+/g)].map(([other]) => other).concat('platform')
}

const declared = readdirSync(join(__dirname, 'src')).filter((name) => existsSync(declaration(name)))
const below = { platform: [], ...Object.fromEntries(declared.map((name) => [name, standsOn(name)])) }

const modules = Object.keys(below)

/** A module's rules may be read by the modules that stand on it; its server only through the door. */
const graph = modules.map((name) => {
  const others = modules.filter((other) => other !== name && !below[name].includes(other))
  return {
    name: `${name}-stands-on-nothing-above`,
    comment: `${name} may import ${below[name].join(', ') || 'no other module'} only`,
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: { path: `^src/(${[...others, 'app', 'cli'].join('|')})/` },
  }
})

const doors = modules
  .filter((name) => name !== 'platform')
  .map((name) => ({
    name: `${name}-has-one-door`,
    comment: `Other modules meet ${name}'s server at server/index.ts only`,
    severity: 'error',
    from: { path: '^src/', pathNot: [`^src/${name}/`, '^src/app/modules\\.ts$', '\\.test\\.ts$', 'testing'] },
    to: { path: `^src/${name}/(server/|module\\.ts$)`, pathNot: `^src/${name}/server/(index|testing)\\.ts$` },
  }))

const tests = '(\\.test\\.tsx?$|/testing[^/]*\\.ts$|/testing/)'

module.exports = {
  forbidden: [
    ...graph,
    ...doors,
    {
      name: 'rules-are-pure',
      comment: 'Rules run in the browser, on the server and in tests: nothing but rules, and packages without I/O',
      severity: 'error',
      from: { path: '^src/[^/]+/rules/', pathNot: tests },
      to: { pathNot: ['^src/[^/]+/rules/', '(^|/)node_modules/typebox/'] },
    },
    {
      name: 'rules-stand-on-ground-rules',
      comment: 'Rules import their own, the platform’s, reference’s, and those of modules below',
      severity: 'error',
      from: { path: '^src/platform/rules/', pathNot: tests },
      to: { path: '^src/(?!platform/rules/)' },
    },
    {
      name: 'texts-are-plain-data',
      comment: 'Texts are read by server and web: of others they import types only',
      severity: 'error',
      from: { path: '^src/([^/]+)/texts/', pathNot: tests },
      to: { pathNot: '^src/$1/texts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'texts-are-their-module’s',
      comment: 'A module’s texts are read by its own server and web; the command line says the platform’s',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: tests },
      to: { path: '^src/[^/]+/texts/', pathNot: ['^src/$1/texts/', '^src/platform/texts/'] },
    },
    {
      name: 'web-never-sees-the-server',
      severity: 'error',
      from: { path: '^src/[^/]+/web/|^src/app/(web|routes)\\.tsx$', pathNot: tests },
      to: { path: ['^src/[^/]+/(server/|module\\.ts$)', '^src/cli/', '^src/app/[^/]+\\.ts$'] },
    },
    {
      name: 'server-never-sees-the-web',
      severity: 'error',
      from: { path: '^src/([^/]+/(server/|module\\.ts$)|cli/|app/[^/]+\\.ts$)', pathNot: tests },
      to: { path: '^src/[^/]+/web/' },
    },
    {
      name: 'web-runs-in-a-browser',
      severity: 'error',
      from: { path: '^src/[^/]+/web/|^src/app/(web|routes)\\.tsx$', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      name: 'no-development-package-in-earnest',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], pathNot: '(^|/)node_modules/@types/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'nothing-missing', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    {
      name: 'nothing-unused',
      comment: 'A file that nobody imports is dead, unless it is an entry',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [
          '\\.test\\.tsx?$',
          '\\.d\\.ts$',
          '^src/app/web\\.tsx$',
          '^src/cli/main\\.ts$',
          '^src/[^/]+/server/.*/(open-text|read-letter-text)\\.ts$',
          '^src/[^/]+/web/public/',
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    exclude: { path: 'node_modules/.*/node_modules' },
  },
}
