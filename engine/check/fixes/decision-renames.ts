// What else changes in a cycle when one of its decisions gets another name: every expression that uses it.

import { renameInFeel } from '../../expression/rename-in-feel.ts';
import { scopeNames } from '../../expression/scope.ts';
import { parseTemplate } from '../../expression/template.ts';
import type { Cycle } from '../../model/cycle.ts';
import { pointerTo } from '../../model/pointer.ts';
import type { DocumentCommand } from '../../model/problem.ts';
import { isRelation } from '../../statechart/step/resolve-assignee.ts';
import { viewChart } from '../chart-view.ts';
import { textsAt } from '../places.ts';
import { replace } from './edits.ts';

/** Where FEEL stands in a decision. */
const tests = new Set(['when', 'allowed', 'constraint']);
const expressions = new Set(['expression', 'text', 'give', 'default', 'function']);
/** What gives names of its own, which hide others. */
const declaring = new Set(['name', 'variable']);

interface Leaf {
  path: (string | number)[];
  text: string;
}

function leavesOf(value: unknown, path: (string | number)[]): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((each, index) => leavesOf(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]));
}

const keyOf = ({ path }: Leaf): string => String(path.findLast((part) => typeof part === 'string'));

export function decisionRenames(cycle: Cycle, from: string, to: string): DocumentCommand[] {
  const names = [
    ...scopeNames.map(({ name }) => name),
    ...Object.keys(cycle.variables ?? {}),
    ...Object.keys(cycle.decisions ?? {}),
  ];
  const renamed = (text: string, dialect: 'expression' | 'unary-tests') =>
    renameInFeel(text, { dialect, names, from, to });
  const inDecisions = Object.entries(cycle.decisions ?? {}).flatMap(([key, decision]) => {
    const leaves = leavesOf(decision, ['decisions', key]);
    if (leaves.some((leaf) => declaring.has(keyOf(leaf)) && leaf.path.length > 3 && leaf.text === from))
      return [];
    return leaves.flatMap((leaf) => {
      const kind = keyOf(leaf);
      if (!tests.has(kind) && !expressions.has(kind)) return [];
      const text = renamed(leaf.text, tests.has(kind) ? 'unary-tests' : 'expression');
      return text === leaf.text ? [] : [replace(pointerTo(...leaf.path), text)];
    });
  });
  const view = viewChart(cycle);
  const places = new Map(textsAt(view).map(({ place, text, kind }) => [place, { text, kind }]));
  const inStages = [...places].flatMap(([place, { text, kind }]) => {
    if (kind === 'assignee' && isRelation(text)) return [];
    const written = writtenAt(cycle, place) ?? text;
    const next = place.endsWith('/message') ? inTemplate(written, renamed) : renamed(written, 'expression');
    return next === written ? [] : [replace(`/${place}`, next)];
  });
  return [...inStages, ...inDecisions];
}

function inTemplate(template: string, renamed: (text: string, dialect: 'expression') => string): string {
  return parseTemplate(template)
    .map((part) => (part.kind === 'text' ? part.text : `{{ ${renamed(part.text, 'expression')} }}`))
    .join('');
}

/** The whole text of a place, of which an expression may be a part. */
function writtenAt(cycle: Cycle, place: string): string | null {
  let value: unknown = cycle;
  for (const part of place.split('/')) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null) return null;
    value = Reflect.get(value, key);
  }
  return typeof value === 'string' ? value : null;
}
