// Expressions, spans and assignees of a cycle, and the variables that it sets.
import { decisionNames } from '../decision/cycle-decisions.ts';
import { checkExpression } from '../expression/check-expression.ts';
import { scopeNames } from '../expression/scope.ts';
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { isRelation } from '../statechart/step/resolve-assignee.ts';
import { isSpan } from '../time/span.ts';
import { type ChartView, makeProblem } from './chart-view.ts';
import { actionsAt, type TextAt, textsAt } from './places.ts';

const variablesOf = (view: ChartView): string[] => Object.keys(view.cycle.variables ?? {});

/** Meant as a span, so that its mistakes are told as those of a span and not of an expression. */
const looksLikeSpan = (text: string): boolean => /^[+-]?(P[\dT]|\d+(\.\d+)?\s*[a-z]+$)/i.test(text.trim());
const looksLikeRelation = (text: string): boolean =>
  /^(owner|manager|reports|sponsor|peers|role|person)\s*([.:(].*)?$/.test(text.trim());

const relations = ['owner', 'manager', 'manager.manager', 'reports', 'sponsor'];

function checkText({ text, kind, place, stage }: TextAt, variables: readonly string[]): Problem[] {
  const say = (code: string, message: string) => [makeProblem(code, 'error', { place, stage }, message)];
  if (kind === 'span') {
    if (isSpan(text)) return [];
    if (looksLikeSpan(text)) {
      return say(
        'DOC-span',
        `"${text}" is not a span. Use a duration such as P10D or PT4H, or 10bd for working days.`,
      );
    }
  }
  if (kind === 'assignee') {
    if (isRelation(text)) return [];
    const meant = nearest(text, relations);
    if (looksLikeRelation(text) || meant !== null) {
      const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
      const forms = 'owner, manager, manager.manager, peers(3), reports, sponsor, role:hr or person:<id>';
      return say('DOC-assignee', `"${text}" is nobody's relation. Use ${forms}.${hint}`);
    }
  }
  return checkExpression(text, variables).flatMap(({ message }) => say('DOC-expression', message));
}

function checkSet(view: ChartView): Problem[] {
  const declared = variablesOf(view);
  const computed = new Set(scopeNames.map(({ name }) => name));
  return actionsAt(view).flatMap(({ action, place, stage }) => {
    if (action.do !== 'set' || action.variable === 'round') return [];
    const { variable } = action;
    const at = { place: `${place}/variable`, stage };
    if (computed.has(variable)) {
      return [
        makeProblem(
          'DOC-variable',
          'error',
          at,
          `"${variable}" is computed, so it cannot be set. Choose another name.`,
        ),
      ];
    }
    if (declared.includes(variable)) return [];
    const meant = nearest(variable, declared);
    const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
    const message = `"${variable}" is not among the variables of the cycle. Declare it with a start value.${hint}`;
    return [makeProblem('DOC-variable', 'error', at, message)];
  });
}

const checkDeclared = (view: ChartView): Problem[] =>
  variablesOf(view)
    .filter((name) => scopeNames.some((known) => known.name === name))
    .map((name) => {
      const message = `"${name}" already has a meaning in expressions. Give the variable another name.`;
      return makeProblem('DOC-variable', 'error', { place: `variables/${name}`, stage: null }, message);
    });

export function checkTexts(view: ChartView): Problem[] {
  const variables = variablesOf(view);
  return [
    ...checkDeclared(view),
    ...textsAt(view).flatMap((text) => checkText(text, [...variables, ...decisionNames(view.cycle)])),
    ...checkSet(view),
  ];
}
