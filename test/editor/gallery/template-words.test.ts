import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inWords, templateWords } from '../../../editor/gallery/template-words.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const samples = new URL('../../../samples/', import.meta.url);
const files = ['', 'templates/'].flatMap((folder) =>
  readdirSync(new URL(folder, samples))
    .filter((file) => file.endsWith('.cycle.json'))
    .map((file) => `${folder}${file}`),
);

test.each(files)('%s is called in the gallery as its document says, and so can be said in German', (file) => {
  const { id, name, description } = readCycle(file);
  expect(templateWords[id]).toEqual({ name, description });
});

test('a template that has no words of the gallery keeps its own', () => {
  const own = { ...readCycle('quarterly-okr.cycle.json'), id: 'own', name: 'Own' };
  expect(inWords(own)).toEqual(own);
});
