// Calls, definitions of functions, and types.
import {
  type Builder,
  buildParts,
  expressionsIn,
  nameText,
  nothing,
  placeOf,
  type Reach,
  read,
  resolve,
  withLocal,
} from './builder.ts';
import type { CallNode, FunctionNode, Node, TypeNode } from './node.ts';
import { isRangeType, partsOf, type SyntaxNode } from './parse-feel.ts';

function argumentsOf(builder: Builder, node: SyntaxNode, reach: Reach): CallNode['args'] {
  const named = node.getChild('NamedParameters');
  if (!named) {
    const positional = node.getChild('PositionalParameters');
    const values = positional ? buildParts(builder, positional, reach) : [];
    return { by: 'position', values: values.map(read) };
  }
  const values = named.getChildren('NamedParameter').map((parameter) => {
    const name = parameter.getChild('ParameterName');
    const [value = nothing(parameter)] = buildParts(builder, parameter, reach);
    return { name: name ? nameText(builder, name) : '', value: read(value) };
  });
  return { by: 'name', values };
}

function call(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const special = node.getChild('SpecialFunctionName');
  const [target] = expressionsIn(node);
  const callee = special ? resolve(builder, special, reach) : target && builder.build(target, reach);
  const args = argumentsOf(builder, node, reach);
  return { kind: 'call', target: callee ?? nothing(node), args, ...placeOf(node) };
}

/** `date(...)` and its like; `@"..."` is one of them to the grammar. */
function dateTimeLiteral(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const [first] = partsOf(node);
  if (first?.name !== 'DateTimeConstructor') return first ? builder.build(first, reach) : nothing(node);
  const args = argumentsOf(builder, node, reach);
  return { kind: 'call', target: resolve(builder, first, reach), args, ...placeOf(node) };
}

function definition(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const parameters: FunctionNode['parameters'][number][] = [];
  let inner = reach;
  for (const parameter of node.getChild('FormalParameters')?.getChildren('FormalParameter') ?? []) {
    const name = parameter.getChild('ParameterName');
    const type = parameter.getChild('Type');
    const text = name ? nameText(builder, name) : '';
    const slot = builder.newSlot();
    parameters.push({ name: text, slot, type: type && typeOf(builder, type) });
    inner = withLocal(inner, text, slot);
  }
  const external = partsOf(node).some((part) => part.name === 'external');
  const written = node.getChild('FunctionBody');
  const [body = nothing(node)] = written && !external ? buildParts(builder, written, inner) : [];
  return { kind: 'function', parameters, body: external ? null : body, ...placeOf(node) };
}

function typeOf(builder: Builder, node: SyntaxNode): TypeNode {
  const [type] = partsOf(node);
  const within = type?.getChild('Type');
  switch (type?.name) {
    case 'ListType': {
      const kind = isRangeType(builder.text, type.from) ? 'range' : 'list';
      return { kind, of: within ? typeOf(builder, within) : { kind: 'named', name: 'Any' } };
    }
    case 'ContextType':
      return { kind: 'context', entries: contextEntries(builder, type) };
    case 'FunctionType':
      return {
        kind: 'function',
        arity: type.getChild('ArgumentTypes')?.getChildren('ArgumentType').length ?? 0,
      };
    default:
      return { kind: 'named', name: nameText(builder, node).trim(), at: placeOf(node) };
  }
}

const contextEntries = (builder: Builder, node: SyntaxNode) =>
  (node.getChild('ContextEntryTypes')?.getChildren('ContextEntryType') ?? []).flatMap((entry) => {
    const [name, type] = [entry.getChild('Name'), entry.getChild('Type')];
    return name && type ? [{ name: nameText(builder, name), type: typeOf(builder, type) }] : [];
  });

function instanceOf(builder: Builder, node: SyntaxNode, reach: Reach): Node {
  const [value = nothing(node)] = buildParts(builder, node, reach);
  const type = node.getChild('Type');
  const asked: TypeNode = type ? typeOf(builder, type) : { kind: 'named', name: 'Any' };
  return { kind: 'instance', value: read(value), type: asked, ...placeOf(node) };
}

export const buildFunctions = {
  FunctionInvocation: call,
  DateTimeLiteral: dateTimeLiteral,
  FunctionDefinition: definition,
  InstanceOfExpression: instanceOf,
};
