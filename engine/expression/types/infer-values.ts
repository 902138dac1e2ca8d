// Types of literals, names, lists, contexts, paths, filters and loops.
import { builtins } from '../builtins/all.ts';
import { typeTest } from '../compile/instance.ts';
import type {
  Clause,
  ContextNode,
  FilterNode,
  ForNode,
  FunctionNode,
  InputNode,
  InstanceNode,
  ListNode,
  LiteralNode,
  NameNode,
  PathNode,
  QuantifiedNode,
  TypeNode,
} from '../syntax/node.ts';
import { propertyNames } from '../temporal/properties.ts';
import { sameName } from '../value/context.ts';
import type { Feel } from '../value/feel.ts';
import { kindOf } from '../value/kinds.ts';
import {
  any,
  anyContext,
  anyFunction,
  boolean,
  contextOf,
  describeType,
  type FeelType,
  isOpen,
  joinAll,
  listOf,
  number,
  type ScalarKind,
} from './feel-type.ts';
import {
  expectBoolean,
  find,
  type Infer,
  type Inference,
  itemOf,
  sentence,
  suggestion,
} from './inference.ts';

export function typeOfValue(value: Feel): FeelType {
  const kind = kindOf(value);
  if (kind === 'context') return anyContext;
  if (kind === 'list') return listOf(any);
  if (kind === 'range') return { kind, of: any };
  return kind === 'function' ? anyFunction : { kind: kind satisfies ScalarKind };
}

const inferLiteral: Infer<LiteralNode> = ({ value }) => typeOfValue(value);
const inferInput: Infer<InputNode> = (_, { input }) => input;

type ContextType = Extract<FeelType, { kind: 'context' }>;

function fieldOf({ fields }: ContextType, name: string): FeelType | undefined {
  if (Object.hasOwn(fields, name)) return fields[name];
  return Object.entries(fields).find(([field]) => sameName(field, name))?.[1];
}

/** As an entry of the items that are filtered; `any` when they may have it, undefined when they have not. */
function ofItems({ items, name }: NameNode, { slots }: Inference): FeelType | undefined {
  for (const slot of items) {
    const item = slots[slot] ?? any;
    if (isOpen(item)) return any;
    if (item.kind !== 'context') continue;
    const field = fieldOf(item, name);
    if (field !== undefined || item.open) return field ?? any;
  }
  return undefined;
}

const inferName: Infer<NameNode> = (node, inference) => {
  const ofItem = ofItems(node, inference);
  if (ofItem !== undefined) return ofItem;
  if (node.slot !== null) return inference.slots[node.slot] ?? any;
  const known = inference.typeOfName(node.name);
  if (known !== undefined) return known;
  if (inference.full && builtins.has(node.name)) return anyFunction;
  const hint = suggestion(node.name, inference.knownNames) || inference.hint;
  find(inference, node, `There is no name "${node.name}" here.${hint}`);
  return any;
};

const inferList: Infer<ListNode> = (node, inference) =>
  listOf(joinAll(node.items.map((item) => inference.infer(item))));

const inferContext: Infer<ContextNode> = (node, inference) => {
  const fields: Record<string, FeelType> = {};
  for (const { key, slot, value } of node.entries) {
    const type = inference.infer(value);
    inference.slots[slot] = type;
    Object.defineProperty(fields, key, { value: type, enumerable: true, configurable: true, writable: true });
  }
  return contextOf(fields);
};

function unknownField(
  node: PathNode,
  target: FeelType,
  names: readonly string[],
  inference: Inference,
): FeelType {
  const owner = node.target.kind === 'name' ? node.target.name : sentence(target);
  const place = { from: node.target.from, to: node.to };
  find(inference, place, `${owner} has no "${node.name}".${suggestion(node.name, names)}`);
  return any;
}

function fieldType(node: PathNode, target: FeelType, inference: Inference): FeelType {
  if (isOpen(target)) return any;
  if (target.kind === 'list') return listOf(fieldType(node, target.of, inference));
  if (target.kind === 'context') {
    const field = fieldOf(target, node.name);
    if (field !== undefined || target.open) return field ?? any;
    return unknownField(node, target, Object.keys(target.fields), inference);
  }
  const names = propertyNames(target.kind) ?? [];
  if (!names.includes(node.name)) return unknownField(node, target, names, inference);
  return propertyTypes[node.name] ?? (target.kind === 'range' ? target.of : number);
}

const propertyTypes: Record<string, FeelType> = {
  timezone: { kind: 'string' },
  'time offset': { kind: 'days and time duration' },
  'start included': boolean,
  'end included': boolean,
};

const inferPath: Infer<PathNode> = (node, inference) =>
  fieldType(node, inference.infer(node.target), inference);

const inferFilter: Infer<FilterNode> = (node, inference) => {
  const target = inference.infer(node.list);
  const item = target.kind === 'range' ? target : itemOf(target);
  inference.slots[node.item] = item;
  const condition = inference.infer(node.condition);
  switch (condition.kind) {
    case 'boolean':
    case 'range':
      return listOf(item);
    case 'number':
      return item;
    case 'any':
    case 'null':
      return any;
    default:
      find(
        inference,
        node.condition,
        `A filter tests each item or gives its position; this is ${describeType(condition)}.`,
      );
      return any;
  }
};

function inferClauses(clauses: readonly Clause[], inference: Inference): void {
  for (const { domain, slot } of clauses) {
    const type = inference.infer(domain);
    if (!isOpen(type) && type.kind !== 'list' && type.kind !== 'range') {
      find(inference, domain, `A loop goes over a list or a range; this is ${describeType(type)}.`);
    }
    inference.slots[slot] = isOpen(type) ? any : itemOf(type);
  }
}

const inferFor: Infer<ForNode> = (node, inference) => {
  inferClauses(node.clauses, inference);
  inference.slots[node.partial] = listOf(any);
  return listOf(inference.infer(node.body));
};

const inferQuantified: Infer<QuantifiedNode> = (node, inference) => {
  inferClauses(node.clauses, inference);
  expectBoolean(inference, node.condition, `What "${node.kind}" asks of each`);
  return boolean;
};

const inferFunction: Infer<FunctionNode> = (node, inference) => {
  for (const { slot, type } of node.parameters) inference.slots[slot] = type ? typeOfNode(type) : any;
  const result = node.body === null ? any : inference.infer(node.body);
  return { kind: 'function', parameters: node.parameters.map(({ name }) => name), result };
};

const scalars = new Set(['number', 'string', 'boolean', 'date', 'time', 'date and time']);
const durations = new Set(['days and time duration', 'years and months duration']);

/** What a written type says of values; names of types that are not FEEL's own say nothing. */
function typeOfNode(type: TypeNode): FeelType {
  if (type.kind === 'list') return listOf(typeOfNode(type.of));
  if (type.kind !== 'named') return any;
  return scalars.has(type.name) || durations.has(type.name) ? { kind: type.name as ScalarKind } : any;
}

const inferInstance: Infer<InstanceNode> = (node, inference) => {
  inference.infer(node.value);
  if (!inference.full && !typeTest(node.type, inference.ownTypes))
    find(inference, node, 'There is no such type.');
  return boolean;
};

export const valueTypes = {
  literal: inferLiteral,
  input: inferInput,
  name: inferName,
  list: inferList,
  context: inferContext,
  path: inferPath,
  filter: inferFilter,
  for: inferFor,
  some: inferQuantified,
  every: inferQuantified,
  function: inferFunction,
  instance: inferInstance,
};
