/**
 * The floors of docs/architecture.md: app → areas → platform → record, and a web app that reaches the server by HTTP alone.
 * `npm test -- floors` holds them, and fails when it read no modules.
 */
const test = '\\.(test|testing|e2e)\\.tsx?$|^src/areas/.+/testing/'
/** Declarations, settings, calculations and wording: pure, for server and browser alike. */
const pure = '^src/areas/.+\\.(record|rules|words|settings|area)\\.ts$'
const areaWeb = '^src/areas/([^/]+).*[/.]web[/.]'
const areaApi = '^src/areas/([^/]+)/\\1\\.api\\.ts$'

module.exports = {
  forbidden: [
    rule(
      'record-imports-nothing-of-ours',
      { path: '^src/record/', pathNot: test },
      { path: '^(src|sim)/', pathNot: '^src/record/' },
    ),
    rule(
      'platform-names-no-record',
      { path: '^src/platform/', pathNot: test },
      { path: '^(src|sim)/', pathNot: '^src/(platform|record)/' },
    ),
    rule(
      'areas-meet-by-their-api',
      { path: '^src/areas/([^/]+)/', pathNot: [test, areaWeb, '\\.controls\\.ts$'] },
      { path: '^src/areas/', pathNot: ['^src/areas/$1/', areaApi] },
    ),
    rule(
      'controls-read-declarations',
      { path: '^src/areas/([^/]+)/.+\\.controls\\.ts$' },
      { path: '^src/', pathNot: ['^src/areas/$1/', '^src/record/', '^src/areas/.+\\.record\\.ts$'] },
    ),
    rule(
      'areas-stand-on-platform-and-record',
      { path: '^src/areas/', pathNot: [test, areaWeb] },
      { path: '^src/(app|testing)/' },
    ),
    rule('pure-files-stay-pure', { path: pure }, { path: '^src/', pathNot: ['^src/record/', pure] }),
    rule(
      'server-knows-no-web',
      { path: '^src/(record|platform|areas)/', pathNot: areaWeb },
      {
        path: [
          '^src/web/',
          areaWeb,
          '^node_modules/(react|react-dom|react-i18next|antd|@ant-design|@tanstack|@xyflow|echarts)/',
        ],
      },
    ),
    rule(
      'web-knows-no-server',
      { path: '^src/web/', pathNot: test },
      { path: '^(src|sim)/', pathNot: ['^src/(web|record)/', pure] },
    ),
    rule(
      'area-web-knows-no-server',
      { path: areaWeb, pathNot: test },
      {
        path: '^(src|sim)/',
        pathNot: ['^src/(web|record)/', pure, '^src/areas/$1/web[/.]', '^src/areas/$1/.+[/.]web[/.]'],
      },
    ),
    rule(
      'browser-code-runs-in-browsers',
      { path: ['^src/(web|record)/', pure, areaWeb, '^src/app/(web\\.tsx|records\\.ts)$'], pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'browser-code-takes-no-server-packages',
      { path: ['^src/(web|record)/', pure, areaWeb, '^src/app/(web\\.tsx|records\\.ts)$'], pathNot: test },
      { path: '^node_modules/(pg|kysely|fastify|@fastify|graphile-worker|@node-rs|pino)/' },
    ),
    rule(
      'server-takes-no-development-packages',
      { path: '^src/(platform|areas|app)/', pathNot: [test, areaWeb, '^src/app/web\\.tsx$'] },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'testing-is-for-tests',
      { path: '^src/', pathNot: [test, '^src/testing/'] },
      { path: ['^src/testing/', test] },
    ),
    rule('the-practice-floor-stands-alone', { path: '^sim/' }, { path: '^src/' }),
    rule('only-the-app-knows-the-practice-floor', { path: '^src/', pathNot: '^src/app/' }, { path: '^sim/' }),
    rule('the-app-knows-only-its-parts', { path: '^src/app/' }, { path: '^sim/', pathNot: '^sim/parts\\.ts$' }),
    rule('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    // What the build makes has no file: `vite.config.ts`.
    rule('all-imports-resolve', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

function rule(name, from, to) {
  return { name, severity: 'error', from, to }
}
