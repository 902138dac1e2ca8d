// DMN documents in few words: what the cases of compliance level 2 are made of.
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const wrapped = (tag: string, text: string | undefined): string =>
  text === undefined ? '' : `<${tag}><text>${escaped(text)}</text></${tag}>`;

const typed = (type: string | undefined): string => (type === undefined ? '' : ` typeRef="${type}"`);

export const literal = (text: string): string => wrapped('literalExpression', text);

export interface Column {
  name?: string;
  label?: string;
  expression?: string;
  type?: string;
  allowed?: string;
  standard?: string;
}

export interface Table {
  hit: string;
  aggregation?: string;
  type?: string;
  inputs: readonly Column[];
  outputs: readonly Column[];
  rules: readonly (readonly [when: readonly string[], give: readonly string[]])[];
}

const input = ({ label = '', expression = '', type, allowed }: Column): string =>
  `<input label="${escaped(label)}"><inputExpression${typed(type)}><text>${escaped(expression)}</text></inputExpression>${wrapped('inputValues', allowed)}</input>`;

const output = ({ name, type, allowed, standard }: Column): string =>
  `<output${name === undefined ? '' : ` name="${name}"`}${typed(type)}>${wrapped('outputValues', allowed)}${wrapped('defaultOutputEntry', standard)}</output>`;

export const table = ({ hit, aggregation, type, inputs, outputs, rules }: Table): string =>
  `<decisionTable hitPolicy="${hit}"${aggregation ? ` aggregation="${aggregation}"` : ''}${typed(type)}>${inputs.map(input).join('')}${outputs.map(output).join('')}${rules
    .map(
      ([when, give]) =>
        `<rule>${when.map((cell) => wrapped('inputEntry', cell)).join('')}${give.map((cell) => wrapped('outputEntry', cell)).join('')}</rule>`,
    )
    .join('')}</decisionTable>`;

export interface Type {
  type?: string;
  allowed?: string;
  list?: boolean;
  fields?: Record<string, Type>;
}

const typeElement = (tag: string, name: string, { type, allowed, list = false, fields = {} }: Type): string =>
  `<${tag} name="${name}" isCollection="${list}">${type === undefined ? '' : `<typeRef>${type}</typeRef>`}${wrapped('allowedValues', allowed)}${Object.entries(
    fields,
  )
    .map(([key, field]) => typeElement('itemComponent', key, field))
    .join('')}</${tag}>`;

export interface Decision {
  type?: string;
  /** By name. */
  inputs?: readonly string[];
  functions?: readonly string[];
  logic: string;
}

export interface Model {
  types?: Record<string, Type>;
  /** With their types. */
  inputs?: Record<string, string>;
  functions?: Record<string, { parameters: readonly string[]; logic: string }>;
  decisions: Record<string, Decision>;
}

const idOf = (name: string): string => `_${name.replace(/\W/g, '_')}`;

const needs = (kind: string, what: string, names: readonly string[] = []): string =>
  names.map((name) => `<${kind}><${what} href="#${idOf(name)}"/></${kind}>`).join('');

const named = (tag: string, name: string, type: string | undefined, inside: string): string =>
  `<${tag} id="${idOf(name)}" name="${escaped(name)}"><variable name="${escaped(name)}"${typed(type)}/>${inside}</${tag}>`;

export function toDmn({ types = {}, inputs = {}, functions = {}, decisions }: Model): string {
  const parts = [
    ...Object.entries(types).map(([name, type]) => typeElement('itemDefinition', name, type)),
    ...Object.entries(inputs).map(([name, type]) => named('inputData', name, type, '')),
    ...Object.entries(functions).map(([name, { parameters, logic }]) => {
      const formal = parameters.map((parameter) => `<formalParameter name="${parameter}"/>`).join('');
      const inside = `<encapsulatedLogic>${formal}${logic}</encapsulatedLogic>`;
      return named('businessKnowledgeModel', name, undefined, inside);
    }),
    ...Object.entries(decisions).map(([name, decision]) => {
      const required =
        needs('informationRequirement', 'requiredInput', decision.inputs) +
        needs('knowledgeRequirement', 'requiredKnowledge', decision.functions);
      return named('decision', name, decision.type, required + decision.logic);
    }),
  ];
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="case" namespace="urn:case">${parts.join('')}</definitions>`;
}
