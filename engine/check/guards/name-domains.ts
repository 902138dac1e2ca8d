// What the names of a guard can hold: those that the engine computes, the result of the task that was completed,
// and the variables by their start values and by all that is ever set. A launch may give a variable another value
// of its kind, so nothing is concluded from the start value itself.
import { type Domain, type DomainOf, isDay, type Term } from '../../expression/guards/guard.ts';
import {
  type Expression,
  guardOf,
  incrementOf,
  termOf,
  textTestOf,
} from '../../expression/guards/read-guard.ts';
import { componentKinds } from '../../model/component.ts';
import type { Json } from '../../model/json.ts';
import { outcomes } from '../../model/measure.ts';
import type { Trigger } from '../../statechart/structure/transitions.ts';
import { eventTypeOf } from '../../statechart/structure/transitions.ts';
import type { ChartView } from '../chart-view.ts';
import { actionsAt, triggersAt } from '../places.ts';
import { decisionDomains } from './decision-domains.ts';
import { completedTask, formSchemaReader } from './form-schemas.ts';
import { schemaDomain } from './schema-domain.ts';

const unknown: Domain = { kind: 'unknown' };
const text = (nullable: boolean): Domain => ({ kind: 'text', nullable });

const computed: Record<string, Domain> = {
  outcome: { kind: 'choice', values: outcomes, nullable: true },
  score: { kind: 'number', min: 0, max: 120, nullable: true },
  coverage: { kind: 'number', min: 0, max: 1, nullable: true },
  round: { kind: 'number', min: 0, whole: true, nullable: false },
  today: { kind: 'day', nullable: false },
  'period.start': { kind: 'day', nullable: false },
  'period.end': { kind: 'day', nullable: false },
  'component.kind': { kind: 'choice', values: componentKinds, nullable: false },
  'component.id': text(false),
  'component.name': text(false),
  'component.zone': text(false),
  'component.parentId': text(true),
  'component.ownerId': text(true),
  'component.managerId': text(true),
};

type Kind = 'number' | 'truth' | 'text' | 'null' | 'unknown';

const kindOfJson = (value: Json | undefined): Kind => {
  if (value === null) return 'null';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'truth';
  return typeof value === 'string' ? 'text' : 'unknown';
};

function kindsOfDomain(domain: Domain): Kind[] {
  if (domain.kind === 'unknown' || domain.kind === 'day') return ['unknown'];
  const own: Kind[] = domain.kind === 'choice' ? domain.values.map(kindOfJson) : [domain.kind];
  return domain.nullable ? [...own, 'null'] : own;
}

function kindsOfExpression(expression: Expression, variable: string, domainOf: DomainOf): Kind[] {
  if (incrementOf(expression, variable) !== null) return ['number'];
  const term = termOf(expression);
  if (term.kind === 'literal') return [isDay(term.value) ? 'unknown' : kindOfJson(term.value)];
  if (term.kind === 'path') return kindsOfDomain(domainOf(term));
  const guard = guardOf(expression);
  return guard.kind === 'holds' || guard.kind === 'if' ? ['unknown'] : ['truth', 'null'];
}

function domainOfKinds(kinds: readonly Kind[]): Domain {
  const all = new Set(kinds);
  const nullable = all.delete('null');
  const [only] = all;
  if (all.size !== 1) return unknown;
  switch (only) {
    case 'number':
      return { kind: 'number', nullable };
    case 'truth':
      return { kind: 'choice', values: [true, false], nullable };
    case 'text':
      return text(nullable);
    default:
      return unknown;
  }
}

export interface NameDomains {
  /** What the names hold while a transition with the trigger is decided. */
  when(trigger: Trigger): DomainOf;
}

const arithmetic = /^[\w\s.+*-]+$/;

/** A test of two texts is true or false. */
function textTestDomain(expression: Expression | null, domainOf: DomainOf): Domain | null {
  const isText = (term: Term): boolean => {
    if (term.kind === 'literal') return typeof term.value === 'string';
    const kinds = kindsOfDomain(domainOf(term));
    return kinds.length > 0 && kinds.every((kind) => kind === 'text');
  };
  const terms = expression && textTestOf(expression);
  return terms?.every(isText) ? { kind: 'choice', values: [true, false], nullable: false } : null;
}

/** Counting and adding up numbers gives a number. */
function opaqueDomain(expression: string, domainOf: DomainOf): Domain {
  if (/^count\((goals|measures|children)(\[.*\])?\)$/.test(expression))
    return { kind: 'number', min: 0, whole: true, nullable: false };
  if (!arithmetic.test(expression)) return unknown;
  const names = expression.match(/[A-Za-z_][\w.]*/g) ?? [];
  const isNumber = (name: string): boolean => {
    const domain = domainOf({ kind: 'path', text: name });
    return domain.kind === 'number' && !domain.nullable;
  };
  return names.every(isNumber) ? { kind: 'number', nullable: false } : unknown;
}

export function nameDomains(view: ChartView): NameDomains {
  const schemaOf = formSchemaReader(view);
  const variables = new Map<string, Domain>();

  const resultDomain = (trigger: Trigger, path: readonly string[]): Domain => {
    const task = completedTask(trigger);
    return task === null ? unknown : schemaDomain(schemaOf(task), path);
  };

  const pathDomain = (path: string, trigger: Trigger): Domain => {
    const known = computed[path] ?? variables.get(path) ?? decided(path);
    if (known) return known;
    const [root, ...rest] = path.split('.');
    if (root === 'result' && rest.length > 0) return resultDomain(trigger, rest);
    if (path.startsWith('event.data.result.')) return resultDomain(trigger, rest.slice(2));
    const hears = trigger.kind === 'event' || trigger.kind === 'timer';
    if (path === 'event.type' && hears)
      return { kind: 'choice', values: [eventTypeOf(trigger)], nullable: false };
    return unknown;
  };

  const when = (trigger: Trigger): DomainOf => {
    const domainOf: DomainOf = ({ kind, text: expression }) =>
      kind === 'path'
        ? pathDomain(expression, trigger)
        : (textTestDomain(view.expressionOf(expression), domainOf) ?? opaqueDomain(expression, domainOf));
    return domainOf;
  };

  // A decision looks at the plan alone, whatever is waited for.
  const decided = decisionDomains(view, when({ kind: 'always' }));

  const triggers = triggersAt(view);
  const kinds = new Map<string, Kind[]>(
    Object.entries(view.cycle.variables ?? {}).map(([name, value]) => [name, [kindOfJson(value)]]),
  );
  for (const { action, place } of actionsAt(view)) {
    if (action.do !== 'set' || action.variable === 'round') continue;
    const expression = view.expressionOf(action.value);
    const domainOf = when(triggers.of(place) ?? { kind: 'always' });
    const set = expression ? kindsOfExpression(expression, action.variable, domainOf) : ['unknown' as const];
    kinds.set(action.variable, [...(kinds.get(action.variable) ?? ['unknown']), ...set]);
  }
  for (const [name, found] of kinds) variables.set(name, domainOfKinds(found));
  return { when };
}
