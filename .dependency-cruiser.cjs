/** The domains in the order of the ladder: a domain reads only from those above it. */
const ladder = [
  ['organisation'],
  ['meetings', 'calendar'],
  ['rulePacks'],
  ['agenda'],
  // Admission and recusal name an item, and say who reads its papers.
  ['attendance'],
  // A paper belongs to an item of the agenda.
  ['papers'],
  // A vote records a decision.
  ['decisions'],
  ['speakers', 'votes', 'presentation', 'annotations', 'minutes', 'consultations'],
  ['assignments'],
  ['records', 'notifications', 'search', 'audit'],
];
const domains = ladder.flat();
const any = domains.join('|');

/** A domain must not look down the ladder, nor sideways. */
const ladderRules = ['shared', 'server'].flatMap(side =>
  ladder.flatMap((step, at) =>
    step.map(domain => ({
      name: `${side}-${domain}-reads-only-upwards`,
      comment: `${domain} reads only from ${ladder.slice(0, at).flat().join(', ') || 'platform'}; move the code up, or pass the fact in from the composition root.`,
      severity: 'error',
      from: { path: `^${side}/src/${domain}/`, pathNot: '\\.test\\.ts$' },
      to: {
        path: `^${side}/src/(${any})/`,
        pathNot: `^${side}/src/(${[domain, ...ladder.slice(0, at).flat()].join('|')})/`,
      },
    })),
  ),
);

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea: look for the noun between them.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    {
      name: 'shared-knows-nobody',
      comment: 'shared imports zod and itself: no input or output, no side.',
      severity: 'error',
      from: { path: '^shared/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^shared/src/', 'node_modules/zod/', '^zod'] },
    },
    {
      name: 'sides-do-not-meet',
      comment: 'server and client meet in shared only.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^client/' },
    },
    {
      name: 'client-does-not-reach-into-the-server',
      comment: 'server and client meet in shared only.',
      severity: 'error',
      from: { path: '^client/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/' },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'platform is handed what it needs by the composition root.',
      severity: 'error',
      from: { path: '^(shared|server|client)/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: `^(server|client)/src/(${any}|screens)/` },
    },
    {
      name: 'only-screens-combine-domains',
      comment:
        'A client domain imports platform, the directory and its own folder; put what joins domains into screens.',
      severity: 'error',
      from: { path: `^client/src/(${any})/` },
      to: { path: '^client/src/screens/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: {
        pathNot: [
          '\\.(test|spec)\\.ts$',
          '^server/test/',
          '^server/cluster/',
          '^client/e2e/',
          '\\.contract\\.ts$',
          '\\.testing\\.ts$',
          '/testHall\\.ts$',
          '/bed/',
        ],
      },
      to: { path: ['\\.(test|spec)\\.ts$', '^server/test/', '^client/e2e/'] },
    },
    ...ladderRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/data/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'svelte'],
      extensions: ['.ts', '.js', '.svelte', '.mjs'],
    },
  },
};
