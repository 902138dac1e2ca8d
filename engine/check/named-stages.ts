// Stages that expressions ask for by name: list contains(stages, "review"). One that there is not is never there.
import { callOf } from '../expression/guards/counting.ts';
import { constantIn, pathIn } from '../expression/guards/read-guard.ts';
import { childrenOf, type Node } from '../expression/syntax/node.ts';
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { type ChartView, makeProblem } from './chart-view.ts';
import { textsAt } from './places.ts';

function askedIn(node: Node): string[] {
  const [list, name] = callOf(node, 'list contains') ?? [];
  const asked = list && name && pathIn(list) === 'stages' ? constantIn(name) : undefined;
  return [...(typeof asked === 'string' ? [asked] : []), ...childrenOf(node).flatMap(askedIn)];
}

export function checkNamedStages(view: ChartView): Problem[] {
  if (view.cycle.variables?.stages !== undefined) return [];
  return textsAt(view).flatMap((at) => {
    const expression = at.kind === 'span' || at.kind === 'assignee' ? null : view.expressionOf(at.text);
    if (!expression?.names.has('stages')) return [];
    const strangers = [...new Set(askedIn(expression.tree))].filter((name) => !view.index.has(name));
    return strangers.map((name) => {
      const found = nearest(name, [...view.index.keys()]);
      const hint = found === null ? '' : ` Did you mean "${found}"?`;
      const message = `There is no stage "${name}" that a plan could be in, so this is never so.${hint}`;
      return makeProblem('DOC-unknown-stage', 'error', at, message);
    });
  });
}
