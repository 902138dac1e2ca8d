// The page on scoring names every key that a document may have; plain texts speak for themselves.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { scoreDocumentSchema } from '../../engine/score/document/document-schema.ts';

const page = readFileSync(new URL('../../docs/scoring.md', import.meta.url), 'utf8');
const texts = ['schema', 'title', 'description', 'name', 'note', 'frequency', 'ownerId', 'managerId', 'by'];
const others = ['parentId', 'contribution', 'dimension', 'standards', 'acknowledgedBy', 'acknowledgedAt'];

function keysOf(schema: unknown): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return keysOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return keysOf(schema.element);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(keysOf);
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

test('every key of a document has its place on the page', () => {
  const named = new Set(page.match(/\w+/g));
  const known = [...new Set(keysOf(scoreDocumentSchema))].filter((key) => !texts.includes(key));
  expect(known.filter((key) => !named.has(key) && !others.includes(key))).toEqual([]);
  expect(known.length).toBeGreaterThan(60);
});

test('every reason that a node may have is explained', () => {
  const reasons = [
    'insufficient_data',
    'insufficient_period',
    'not_applicable',
    'no_weight',
    'no_standard',
    'no_goals',
  ];
  expect(
    [...reasons, 'own_unscored', 'children_unscored', 'critical:<id>', 'blocked:<id>'].filter(
      (one) => !page.includes(one),
    ),
  ).toEqual([]);
});
