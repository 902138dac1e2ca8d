// Expressions, spans and assignees of a cycle, and the variables that it sets.
import { checkFeel, type ExpectedKind } from '../expression/check-feel.ts';
import { scopeNames } from '../expression/scope.ts';
import type { Finding } from '../expression/syntax/parse-feel.ts';
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';
import { isRelation } from '../statechart/step/resolve-assignee.ts';
import { isSpan } from '../time/span.ts';
import { type ChartView, makeProblem } from './chart-view.ts';
import { replace } from './fixes/edits.ts';
import { type NameTypes, readOnce, typesOfNames } from './guards/types-of-names.ts';
import { actionsAt, type TextAt, textsAt, triggersAt } from './places.ts';

const variablesOf = (view: ChartView): string[] => Object.keys(view.cycle.variables ?? {});

/** Meant as a span, so that its mistakes are told as those of a span and not of an expression. */
const looksLikeSpan = (text: string): boolean => /^[+-]?(P[\dT]|\d+(\.\d+)?\s*[a-z]+$)/i.test(text.trim());
const looksLikeRelation = (text: string): boolean =>
  /^(owner|manager|reports|sponsor|peers|role|person)\s*([.:(].*)?$/.test(text.trim());

const relations = ['owner', 'manager', 'manager.manager', 'reports', 'sponsor'];

/** Kinds of values that a text may give where it stands; nothing is said where any will do. */
const expectedKinds: Partial<Record<TextAt['kind'], readonly ExpectedKind[]>> = {
  guard: ['boolean'],
  key: ['string', 'number'],
  assignee: ['string'],
  span: ['date', 'date and time', 'days and time duration', 'years and months duration', 'string'],
};

/** The part that is meant, where the text is longer and the message does not name it. */
function where(text: string, { from, to, message }: Finding): string {
  const part = text.slice(from, to).trim();
  return part === '' || part === text.trim() || message.includes(`"${part}"`)
    ? message
    : `${message} See "${part}".`;
}

function checkSpan(text: string): string | null {
  if (isSpan(text) || !looksLikeSpan(text)) return null;
  return `"${text}" is not a span. Use a duration such as P10D or PT4H, or 10bd for working days.`;
}

function checkRelation(text: string): string | null {
  if (isRelation(text)) return null;
  const meant = nearest(text, relations);
  if (!looksLikeRelation(text) && meant === null) return null;
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
  const forms = 'owner, manager, manager.manager, peers(3), reports, sponsor, role:hr or person:<id>';
  return `"${text}" is nobody's relation. Use ${forms}.${hint}`;
}

/** A relation that is only misspelt is mended with one press. */
function withMeant(problem: Problem, text: string, place: string): Problem {
  const meant = nearest(text, relations);
  if (meant === null) return problem;
  return { ...problem, fixes: [{ title: `Use ${meant}`, commands: [replace(`/${place}`, meant)] }] };
}

type Find = (text: string, types: NameTypes) => readonly Finding[];

function finderFor(kind: TextAt['kind']): Find {
  const expected = expectedKinds[kind];
  const hint = ' Declare it in the variables of the cycle.';
  return (text, types) => checkFeel(text, { types, hint, ...(expected ? { expected } : {}) }).findings;
}

/** By the kind of the text. */
function findersOnce(): (kind: TextAt['kind']) => Find {
  const finders = new Map<TextAt['kind'], Find>();
  return (kind) => {
    const finder = finders.get(kind) ?? readOnce(finderFor(kind));
    finders.set(kind, finder);
    return finder;
  };
}

function checkText(
  { text, kind, place, stage }: TextAt,
  find: (text: string) => readonly Finding[],
): Problem[] {
  const say = (code: string, message: string) => [makeProblem(code, 'error', { place, stage }, message)];
  const span = kind === 'span' ? checkSpan(text) : null;
  if (span !== null) return say('DOC-span', span);
  const relation = kind === 'assignee' ? checkRelation(text) : null;
  if (relation !== null) return say('DOC-assignee', relation).map((each) => withMeant(each, text, place));
  if ((kind === 'span' && isSpan(text)) || (kind === 'assignee' && isRelation(text))) return [];
  return find(text).flatMap((finding) => say('DOC-expression', where(text, finding)));
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
  const typesWhen = typesOfNames(view);
  const triggers = triggersAt(view);
  const findIn = findersOnce();
  return [
    ...checkDeclared(view),
    ...textsAt(view).flatMap((at) =>
      checkText(at, (text) => findIn(at.kind)(text, typesWhen(triggers.of(at.place)))),
    ),
    ...checkSet(view),
  ];
}
