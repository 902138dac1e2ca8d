// What else changes in a cycle when one of its decisions gets another name: every expression that uses it.

import { keyOf, textsOfDecision } from '../../decision/decision-texts.ts';
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

/** What gives names of its own, which hide others. */
const declaring = new Set(['name', 'variable']);

export function decisionRenames(cycle: Cycle, from: string, to: string): DocumentCommand[] {
  const names = [
    ...scopeNames.map(({ name }) => name),
    ...Object.keys(cycle.variables ?? {}),
    ...Object.keys(cycle.decisions ?? {}),
  ];
  const renamed = (text: string, dialect: 'expression' | 'unary-tests') =>
    renameInFeel(text, { dialect, names, from, to });
  const inDecisions = Object.keys(cycle.decisions ?? {}).flatMap((key) => {
    const texts = textsOfDecision(cycle, key);
    if (texts.some(({ path, text }) => declaring.has(keyOf(path)) && path.length > 3 && text === from))
      return [];
    return texts.flatMap(({ path, text, kind }) => {
      if (kind !== 'unary-tests' && kind !== 'expression') return [];
      const next = renamed(text, kind);
      return next === text ? [] : [replace(pointerTo(...path), next)];
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
