// The shape of a cycle document as a map of places: what kind of thing stands under which key, and
// which keys it may have, in the order in which they are written.
import { actionSchema } from '../../model/action.ts';
import {
  atomicStageSchema,
  beginSchema,
  compoundBase,
  cycleSchema,
  delayedTransitionSchema,
  distributionSchema,
  escalationSchema,
  finalStageSchema,
  historyStageSchema,
  levelSchema,
  parallelBase,
  placeSchema,
  ratersSchema,
  retentionSchema,
  sharesSchema,
  taskSchema,
  transitionSchema,
} from '../../model/cycle.ts';
import {
  argumentSchema,
  contextEntrySchema,
  decisionSchema,
  decisionTypeBase,
  logicShapes,
  parameterSchema,
  tableInputSchema,
  tableOutputSchema,
  tableRuleSchema,
} from '../../model/decision.ts';
import { type ScenarioPlaceKind, scenarioFields, scenarioKeys, scenarioMembers } from './scenario-places.ts';

/** Kinds in the plural are lists or records of the singular. */
export type PlaceKind =
  | 'cycle'
  | 'stages'
  | 'stage'
  | 'listeners'
  | 'transitions'
  | 'transition'
  | 'timers'
  | 'timer'
  | 'actions'
  | 'action'
  | 'tasks'
  | 'task'
  | 'escalations'
  | 'escalation'
  | 'raters'
  | 'distribution'
  | 'shares'
  | 'levels'
  | 'level'
  | 'retention'
  | 'begin'
  | 'places'
  | 'place'
  | 'types'
  | 'type'
  | 'decisions'
  | 'decision'
  | 'logics'
  | 'logic'
  | 'logicRows'
  | 'parameters'
  | 'parameter'
  | 'tableInputs'
  | 'tableInput'
  | 'tableOutputs'
  | 'tableOutput'
  | 'tableRules'
  | 'tableRule'
  | 'entries'
  | 'entry'
  | 'arguments'
  | 'argument'
  | ScenarioPlaceKind
  /** Data whose keys are its author's. */
  | 'open';

const members: Partial<Record<PlaceKind, PlaceKind>> = {
  stages: 'stage',
  listeners: 'transitions',
  transitions: 'transition',
  timers: 'timer',
  actions: 'action',
  tasks: 'task',
  escalations: 'escalation',
  levels: 'level',
  places: 'place',
  types: 'type',
  decisions: 'decision',
  logics: 'logic',
  logicRows: 'logics',
  parameters: 'parameter',
  tableInputs: 'tableInput',
  tableOutputs: 'tableOutput',
  tableRules: 'tableRule',
  entries: 'entry',
  arguments: 'argument',
  ...scenarioMembers,
};

/** Under the keys of logic, whatever its kind: `rows` and `columns` are those of a relation. */
const logicFields: Record<string, PlaceKind> = {
  inputs: 'tableInputs',
  outputs: 'tableOutputs',
  rules: 'tableRules',
  entries: 'entries',
  items: 'logics',
  columns: 'parameters',
  rows: 'logicRows',
  arguments: 'arguments',
  parameters: 'parameters',
  body: 'logic',
  test: 'logic',
  yes: 'logic',
  no: 'logic',
  in: 'logic',
  match: 'logic',
};

const fields: Partial<Record<PlaceKind, Record<string, PlaceKind>>> = {
  cycle: {
    begin: 'begin',
    types: 'types',
    decisions: 'decisions',
    stages: 'stages',
    on: 'listeners',
    layout: 'places',
    scale: 'levels',
    retention: 'retention',
    scenarios: 'scenarios',
  },
  type: { fields: 'types' },
  decision: { parameters: 'parameters', logic: 'logic' },
  entry: { logic: 'logic' },
  argument: { logic: 'logic' },
  stage: {
    stages: 'stages',
    tasks: 'tasks',
    on: 'listeners',
    after: 'timers',
    always: 'transitions',
    onDone: 'transitions',
    entry: 'actions',
    exit: 'actions',
    begin: 'begin',
    do: 'actions',
  },
  begin: { do: 'actions' },
  transition: { do: 'actions' },
  timer: { do: 'actions' },
  task: { escalate: 'escalations', raters: 'raters', distribution: 'distribution' },
  distribution: { shares: 'shares' },
  logic: logicFields,
  ...scenarioFields,
};

export function kindInside(kind: PlaceKind, key: string): PlaceKind {
  const known = fields[kind];
  const own = known && Object.hasOwn(known, key) ? known[key] : undefined;
  return members[kind] ?? own ?? 'open';
}

type Fields = Record<string, unknown>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Which of the stage shapes an object is meant to be; the order is that of the schema's union. */
export const stageShapes = ['parallel', 'final', 'history', 'compound', 'atomic'] as const;
export type StageShape = (typeof stageShapes)[number];

export function shapeOf(stage: Fields): StageShape {
  const named = stageShapes.find((shape) => shape === stage.type);
  return named ?? (Object.hasOwn(stage, 'stages') || Object.hasOwn(stage, 'initial') ? 'compound' : 'atomic');
}

const withStages = (shape: Fields): string[] => {
  const keys = Object.keys(shape);
  const at = keys.indexOf('begin') + 1 || keys.length;
  return [...keys.slice(0, at), 'stages', ...keys.slice(at)];
};

const stageKeys: Record<StageShape, readonly string[]> = {
  atomic: Object.keys(atomicStageSchema.shape),
  final: Object.keys(finalStageSchema.shape),
  history: Object.keys(historyStageSchema.shape),
  compound: withStages(compoundBase.shape),
  parallel: withStages(parallelBase.shape),
};

const actionKeys = new Map(
  actionSchema.options.map((option): [unknown, readonly string[]] => [
    option.shape.do.value,
    Object.keys(option.shape),
  ]),
);

const plainKeys: Partial<Record<PlaceKind, readonly string[]>> = {
  cycle: Object.keys(cycleSchema.shape),
  transition: Object.keys(transitionSchema.shape),
  timer: Object.keys(delayedTransitionSchema.shape),
  task: Object.keys(taskSchema.shape),
  escalation: Object.keys(escalationSchema.shape),
  raters: Object.keys(ratersSchema.shape),
  distribution: Object.keys(distributionSchema.shape),
  shares: Object.keys(sharesSchema.shape),
  level: Object.keys(levelSchema.shape),
  retention: Object.keys(retentionSchema.shape),
  begin: Object.keys(beginSchema.shape),
  place: Object.keys(placeSchema.shape),
  type: [...Object.keys(decisionTypeBase.shape), 'fields'],
  decision: Object.keys(decisionSchema.shape),
  parameter: Object.keys(parameterSchema.shape),
  tableInput: Object.keys(tableInputSchema.shape),
  tableOutput: Object.keys(tableOutputSchema.shape),
  tableRule: Object.keys(tableRuleSchema.shape),
  entry: Object.keys(contextEntrySchema.shape),
  argument: Object.keys(argumentSchema.shape),
  ...scenarioKeys,
};

const logicKeys = new Map<unknown, readonly string[]>(
  Object.entries(logicShapes).map(([kind, schema]) => [kind, Object.keys(schema.shape)]),
);

/** Null where the keys are the author's: stage ids, event types, data. */
export function keysOf(kind: PlaceKind, value: Fields): readonly string[] | null {
  if (kind === 'stage') return stageKeys[shapeOf(value)];
  if (kind === 'action') return actionKeys.get(value.do) ?? ['do'];
  if (kind === 'logic') return logicKeys.get(value.kind) ?? ['kind'];
  return plainKeys[kind] ?? null;
}
