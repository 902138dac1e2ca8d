// A model of decisions as DMN XML. The requirements are what the expressions look at; names from outside
// become input data. The same model always gives the same text.
import type { Decision, DecisionLogic, DecisionType } from '../../model/decision.ts';
import { writeXml, type Xml, xml } from '../../xml/write-xml.ts';
import type { CompiledModel } from '../compile/compile-model.ts';
import type { DecisionInput } from '../decision-model.ts';
import { logicElement, parameterElements, textElement, variable } from './export-logic.ts';

export type DmnVersion = '1.3' | '1.4' | '1.5';

const namespaces: Record<DmnVersion, string> = {
  '1.3': 'https://www.omg.org/spec/DMN/20191111/MODEL/',
  '1.4': 'https://www.omg.org/spec/DMN/20211108/MODEL/',
  '1.5': 'https://www.omg.org/spec/DMN/20230324/MODEL/',
};

const newIn14 = new Set<DecisionLogic['kind']>(['conditional', 'filter', 'for', 'some', 'every']);

const partsOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(partsOf)] : [];

const isNewLogic = (part: unknown): boolean =>
  typeof part === 'object' &&
  part !== null &&
  'kind' in part &&
  [...newIn14].some((kind) => kind === part.kind);

/** The oldest that has all that the model uses: the older, the more tools read it. */
function versionFor({ model }: CompiledModel): DmnVersion {
  if (partsOf(model.types).some((part) => typeof part === 'object' && part !== null && 'constraint' in part))
    return '1.5';
  return partsOf(model.decisions).some(isNewLogic) ? '1.4' : '1.3';
}

const description = (text: string | undefined): Xml[] =>
  text === undefined ? [] : [xml('description', {}, [text])];

function typeElement(tag: string, name: string, type: DecisionType): Xml {
  return xml(tag, { name, isCollection: type.list ? 'true' : undefined }, [
    ...description(type.description),
    ...(type.type === undefined ? [] : [xml('typeRef', {}, [type.type])]),
    ...textElement('allowedValues', type.allowed),
    ...textElement('typeConstraint', type.constraint),
    ...Object.entries(type.fields ?? {}).map(([key, field]) => typeElement('itemComponent', key, field)),
  ]);
}

/** Ids have to be XML names; those of a document are counted in its order. */
type Ids = ReadonlyMap<string, string>;

interface Named {
  name: string;
  kind: 'input' | 'decision' | 'function';
}

function namesIn({ model, uses }: CompiledModel): Named[] {
  const decisions = Object.entries(model.decisions).map(
    ([name, decision]): Named => ({
      name,
      kind: decision.parameters ? 'function' : 'decision',
    }),
  );
  const outside = [...uses.values()].flatMap((names) => [...names]);
  const inputs = [...new Set([...Object.keys(model.inputs), ...outside])]
    .filter((name) => !Object.hasOwn(model.decisions, name))
    .map((name): Named => ({ name, kind: 'input' }));
  return [...inputs, ...decisions];
}

const idsOf = (named: readonly Named[]): Ids =>
  new Map(named.map(({ name, kind }, index) => [name, `${kind}_${index + 1}`]));

const requirement = (outer: string, inner: string, id: string): Xml =>
  xml(outer, {}, [xml(inner, { href: `#${id}` })]);

function requirements(name: string, { model, uses }: CompiledModel, ids: Ids): Xml[] {
  const needed = [...(uses.get(name) ?? [])].map((needs) => ({
    id: ids.get(needs) ?? '',
    decision: Object.hasOwn(model.decisions, needs) ? model.decisions[needs] : undefined,
  }));
  const isKnowledge = (decision: Decision | undefined): boolean => decision?.parameters !== undefined;
  return [
    ...needed
      .filter(({ decision }) => !isKnowledge(decision))
      .map(({ id, decision }) =>
        requirement('informationRequirement', decision ? 'requiredDecision' : 'requiredInput', id),
      ),
    ...needed
      .filter(({ decision }) => isKnowledge(decision))
      .map(({ id }) => requirement('knowledgeRequirement', 'requiredKnowledge', id)),
  ];
}

const head = (name: string, label: string | undefined, ids: Ids): Xml['attributes'] => ({
  id: ids.get(name),
  name,
  label,
});

/** Functions only require functions: what else they look at is handed in by DMN's rules, and is left out. */
function knowledgeElement(name: string, decision: Decision, compiled: CompiledModel, ids: Ids): Xml {
  const logic = xml('encapsulatedLogic', {}, [
    ...parameterElements('formalParameter', decision.parameters ?? []),
    logicElement(decision.logic),
  ]);
  return xml('businessKnowledgeModel', head(name, decision.name, ids), [
    ...description(decision.description),
    variable('variable', { name, type: decision.type }),
    logic,
    ...requirements(name, compiled, ids).filter((element) => element.name === 'knowledgeRequirement'),
  ]);
}

function decisionElement(name: string, decision: Decision, compiled: CompiledModel, ids: Ids): Xml {
  if (decision.parameters !== undefined) return knowledgeElement(name, decision, compiled, ids);
  return xml('decision', head(name, decision.name, ids), [
    ...description(decision.description),
    variable('variable', { name, type: decision.type }),
    ...requirements(name, compiled, ids),
    logicElement(decision.logic),
  ]);
}

const inputElement = (name: string, input: DecisionInput, ids: Ids): Xml =>
  xml('inputData', head(name, input.label, ids), [
    ...description(input.description),
    variable('variable', { name, type: input.type }),
  ]);

export function exportDmn(compiled: CompiledModel, version = versionFor(compiled)): string {
  const { model } = compiled;
  const named = namesIn(compiled);
  const ids = idsOf(named);
  const inputs = named.filter(({ kind }) => kind === 'input').map(({ name }) => name);
  return writeXml(
    xml(
      'definitions',
      { xmlns: namespaces[version], id: 'definitions', name: model.name, namespace: model.namespace },
      [
        ...Object.entries(model.types).map(([name, type]) => typeElement('itemDefinition', name, type)),
        ...inputs.map((name) =>
          inputElement(name, (Object.hasOwn(model.inputs, name) ? model.inputs[name] : undefined) ?? {}, ids),
        ),
        ...Object.entries(model.decisions).map(([name, decision]) =>
          decisionElement(name, decision, compiled, ids),
        ),
      ],
    ),
  );
}
