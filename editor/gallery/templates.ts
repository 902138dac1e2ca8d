// The cycles that come along as templates, each fetched when the gallery is looked at.
import type { Cycle } from '../../engine/index.ts';
import { inWords } from './template-words.ts';

const files = import.meta.glob<Cycle>(
  ['../../samples/*.cycle.json', '../../samples/templates/*.cycle.json'],
  { import: 'default' },
);

/** What most organisations begin with comes first; what is not named here follows by its name. */
const order = [
  'organisation-loop',
  'annual-appraisal',
  'quarterly-okr',
  'probation',
  'feedback-360',
  'improvement-plan',
  'sales-quota',
];

const rankOf = ({ id }: Cycle): number => (order.includes(id) ? order.indexOf(id) : order.length);

export async function loadTemplates(): Promise<Cycle[]> {
  const cycles = await Promise.all(Object.values(files).map((load) => load()));
  return cycles.map(inWords).toSorted((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name));
}
