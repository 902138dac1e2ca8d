// The walls between the folders. Each comment speaks to the person who broke the rule.
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two modules that need each other are one module, or need a third that both can see.',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'engine-stands-alone',
      severity: 'error',
      comment:
        'The engine is pure: it imports nothing of ours and nothing of Node. Return an effect, and let the server act.',
      from: { path: '^engine/' },
      to: { path: '^(server|editor|samples|test)/' },
    },
    {
      name: 'engine-knows-no-node',
      severity: 'error',
      comment: 'The engine runs in the browser too: no Node module may be named here.',
      from: { path: '^engine/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-names-its-libraries',
      severity: 'error',
      comment:
        'The engine rests on these libraries alone, all of which run in a browser. Add one on purpose.',
      from: { path: '^engine/' },
      to: {
        pathNot:
          '^(engine/|node_modules/((@types/)?nlcst|compromise|decimal\\.js|lezer-feel|nlcst-to-string|re2js|retext-[a-z]+|saxen|temporal-polyfill|temporal-spec|unified|unist-util-visit|vfile|xstate|zod)/)',
      },
    },
    {
      name: 'prose-is-read-in-wording',
      severity: 'error',
      comment: 'Natural language is read in engine/wording, which is loaded only when somebody writes.',
      from: { path: '^engine/', pathNot: '^engine/wording/' },
      to: { path: '^node_modules/(compromise|nlcst|retext|unified|unist|vfile)' },
    },
    {
      name: 'one-door-into-the-engine',
      severity: 'error',
      comment: 'Import engine/index.ts. If what you need is missing there, add it to the door on purpose.',
      from: { path: '^(server|editor)/' },
      to: { path: '^engine/(?!index\\.ts$)' },
    },
    {
      name: 'only-statechart-knows-xstate',
      severity: 'error',
      comment: 'XState is a compile target. Only engine/statechart may import it.',
      from: { path: '^engine/', pathNot: '^engine/statechart/' },
      to: { path: 'node_modules/xstate/' },
    },
    {
      name: 'only-expression-knows-feel',
      severity: 'error',
      comment: 'FEEL is read in engine/expression. feelin is the oracle of a test and nothing else.',
      from: { path: '^(engine|server|editor)/', pathNot: '^engine/expression/' },
      to: { path: 'node_modules/(feelin|lezer-feel)/' },
    },
    {
      name: 'only-xml-knows-saxen',
      severity: 'error',
      comment: 'XML is read once, within limits and without entities: use engine/xml.',
      from: { path: '^(engine|server|editor)/', pathNot: '^engine/xml/' },
      to: { path: 'node_modules/saxen/' },
    },
    {
      name: 'only-canvas-knows-react-flow',
      severity: 'error',
      comment: 'The document is the truth; React Flow is a view of it, and lives in editor/canvas.',
      from: { path: '^editor/', pathNot: '^editor/canvas/' },
      to: { path: 'node_modules/@xyflow/' },
    },
    {
      name: 'document-is-headless',
      severity: 'error',
      comment:
        'editor/document is commands, undo and mapping: it knows no React and no screen, and says words through language/say.ts.',
      from: { path: '^editor/document/' },
      to: {
        path: '(node_modules/(react|react-dom|@mantine|@xyflow|@tanstack)/|^editor/(?!document/|language/say.ts))',
      },
    },
    {
      name: 'editor-sees-only-the-type-of-the-app',
      severity: 'error',
      comment: 'The editor may import the type AppType of server/app.ts and nothing else of the server.',
      from: { path: '^editor/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-never-sees-the-editor',
      severity: 'error',
      comment: 'The server serves the built editor as files; it imports none of it.',
      from: { path: '^server/' },
      to: { path: '^editor/' },
    },
    {
      name: 'nobody-sees-the-tests',
      severity: 'error',
      comment: 'Test code is for tests.',
      from: { pathNot: '^(test/|vite\\.config\\.ts)' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'editor/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
