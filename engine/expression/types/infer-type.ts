// The type of an expression, and every place where it can never give a value.

import type { OwnTypes } from '../compile/instance.ts';
import type { Node } from '../syntax/node.ts';
import type { Finding } from '../syntax/parse-feel.ts';
import { any, type FeelType } from './feel-type.ts';
import { callTypes } from './infer-calls.ts';
import { operatorTypes } from './infer-operators.ts';
import { valueTypes } from './infer-values.ts';
import type { Infer, Inference } from './inference.ts';

const families: { [Kind in Node['kind']]: Infer<Extract<Node, { kind: Kind }>> } = {
  ...valueTypes,
  ...operatorTypes,
  ...callTypes,
};

export interface TypedScope {
  readonly types: Readonly<Record<string, FeelType>>;
  readonly input?: FeelType;
  readonly hint?: string;
  readonly full?: boolean;
  readonly ownTypes?: OwnTypes;
}

export interface Inferred {
  type: FeelType;
  findings: Finding[];
}

export function inferType(tree: Node, scope: TypedScope): Inferred {
  const { types, input, hint = '', full = false, ownTypes = {} } = scope;
  const findings: Finding[] = [];
  const inference: Inference = {
    findings,
    typeOfName: (name) => (Object.hasOwn(types, name) ? types[name] : undefined),
    knownNames: Object.keys(types),
    hint,
    input: input ?? any,
    slots: [],
    full,
    ownTypes,
    infer: (node) => inferNode(node, inference),
  };
  return { type: inference.infer(tree), findings };
}

/** The family of a node takes that node: a pair that no lookup by its kind can type. */
function inferNode<Kind extends Node['kind']>(
  node: Extract<Node, { kind: Kind }>,
  inference: Inference,
): FeelType {
  const family = families[node.kind as Kind] as Infer<Extract<Node, { kind: Kind }>>;
  return family(node, inference);
}
