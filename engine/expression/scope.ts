// The names an expression may use besides the plan's variables: the one list behind evaluation,
// checking and autocomplete. `fields` are what its value holds, null when that is open.
type ScopeKind = 'number' | 'text' | 'context' | 'list' | 'date' | 'date and time';

export interface ScopeName {
  name: string;
  kind: ScopeKind;
  about: string;
  fields: readonly string[] | null;
}

const measureFields = [
  'id',
  'goalId',
  'title',
  'kind',
  'unit',
  'direction',
  'timeAggregation',
  'weight',
  'critical',
  'waived',
  'source',
  'hasStandards',
] as const;
const goalFields = [
  'id',
  'title',
  'dimension',
  'priority',
  'critical',
  'status',
  'alignments',
  'measures',
  'score',
  'outcome',
  'coverage',
] as const;
const componentFields = ['id', 'name', 'kind', 'zone', 'parentId', 'ownerId', 'managerId'] as const;
const childFields = [
  'planId',
  'componentId',
  'componentName',
  'settled',
  'stage',
  'outcome',
  'score',
] as const;

const dateFields = ['year', 'month', 'day', 'weekday'] as const;

const named = (name: string, kind: ScopeKind, about: string, fields: readonly string[] | null = []) =>
  ({ name, kind, about, fields }) satisfies ScopeName;

export const scopeNames: readonly ScopeName[] = [
  named(
    'outcome',
    'text',
    'The outcome of the last appraisal: "below", "meets" or "exceeds"; null before it.',
  ),
  named('score', 'number', 'The score of the last appraisal, 0 to 120; null when not scored.'),
  named('coverage', 'number', 'The share of the weight that has data, 0 to 1.'),
  named('goals', 'list', "The component's goals with their measures and last scores.", goalFields),
  named('measures', 'list', "The measures of the component's goals.", measureFields),
  named('round', 'number', '1 on the first passage; counted up with set.'),
  named('component', 'context', 'The component that the plan belongs to.', componentFields),
  named('children', 'list', 'The plans of the components below this one.', childFields),
  named('event', 'context', 'The event of this step: its type and its data.', null),
  named('result', 'context', 'What the completed task gave: the same as event.data.result.', null),
  named('stages', 'list', 'The ids of the stages that the plan is in, with those around them.', null),
  named('period', 'context', 'The first and last day that the plan appraises.', ['start', 'end']),
  named('today', 'date', "The day of this step in the component's zone.", dateFields),
  named('now', 'date and time', "The instant of this step in the component's zone.", [
    ...dateFields,
    'hour',
    'minute',
    'second',
    'timezone',
    'time offset',
  ]),
];

const byName = new Map(scopeNames.map((entry) => [entry.name, entry]));
export const scopeName = (name: string): ScopeName | null => byName.get(name) ?? null;
