import { expect, test } from 'vitest';
import { loadedChunks } from '../../support/loaded-chunks.ts';

const manifest = {
  'index.html': { file: 'index.js', imports: ['_react'] },
  _react: { file: 'react.js' },
  'Canvas.tsx': { file: 'canvas.js', imports: ['index.html', '_flow'], dynamicImports: ['elk.ts'] },
  _flow: { file: 'flow.js', imports: ['_react', 'Canvas.tsx'] },
  'elk.ts': { file: 'elk.js', imports: ['_flow'] },
};

test('what is imported is loaded too, once, whoever imports whom', () => {
  expect(loadedChunks(manifest, ['index.html', 'Canvas.tsx'])).toEqual([
    'index.js',
    'react.js',
    'canvas.js',
    'flow.js',
  ]);
});

test('what is imported later is not', () => {
  expect(loadedChunks(manifest, ['index.html'])).toEqual(['index.js', 'react.js']);
});

test('a name that the build does not know is no empty budget', () => {
  expect(() => loadedChunks(manifest, ['Screen.tsx'])).toThrow('The build has no Screen.tsx.');
});
