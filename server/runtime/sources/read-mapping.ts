// What a message becomes by the FEEL of its source: an observation, an event, or nothing.
import {
  checkExpressionOver,
  type Evaluator,
  evaluateWith,
  type Json,
  type JsonObject,
} from '../../../engine/index.ts';
import { ProblemError } from '../../problem.ts';
import type { SourceMapping } from '../../routes/wire/automations.ts';

/** What the expressions may name. */
const names = ['payload', 'headers'] as const;

interface Finding {
  pointer: string;
  detail: string;
}

/** Every expression of the mapping with its place in it. */
function expressionsOf(mapping: SourceMapping): [pointer: string, text: string][] {
  const { to: _, ...rest } = mapping;
  return Object.entries(rest).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[`/${key}`, value]];
    return Object.entries(value ?? {}).map(([name, text]) => [`/${key}/${name}`, text]);
  });
}

/** Empty when the mapping can be used. */
export function checkMapping(mapping: SourceMapping): Finding[] {
  const findings = expressionsOf(mapping).flatMap(([place, text]) =>
    checkExpressionOver(text, names).map((detail) => ({ pointer: `/mapping${place}`, detail })),
  );
  if (mapping.to === 'event' && (mapping.planId === undefined) === (mapping.componentId === undefined))
    findings.push({ pointer: '/mapping', detail: 'Give planId or componentId, one of the two.' });
  return findings;
}

export type Mapped =
  | { to: 'nothing' }
  | { to: 'observation'; given: Record<'measureId' | 'periodStart' | 'periodEnd' | 'value', Json> }
  | { to: 'event'; planId: string | null; componentId: string | null; type: string; data: JsonObject };

const refuse = (pointer: string, detail: string): ProblemError =>
  new ProblemError(
    'invalid',
    `The message does not fit its source’s mapping; nothing was changed. ${detail}`,
    {
      errors: [{ pointer, detail }],
    },
  );

interface Message {
  evaluator: Evaluator;
  data: JsonObject;
}

function evaluated({ evaluator, data }: Message, text: string, place: string): Json {
  const result = evaluateWith(evaluator, text, data);
  if (result.kind === 'value') return result.value;
  throw refuse(`/mapping${place}`, `${text}: ${result.message}`);
}

function textOf(message: Message, text: string, place: string): string {
  const value = evaluated(message, text, place);
  if (typeof value === 'string' && value !== '') return value;
  throw refuse(`/mapping${place}`, `${text} gives ${JSON.stringify(value)}, and a text is needed.`);
}

const optionalText = (message: Message, text: string | undefined, place: string): string | null =>
  text === undefined ? null : textOf(message, text, place);

/** @throws ProblemError invalid with the place in the mapping whose value cannot be used. */
export function readMapping(
  evaluator: Evaluator,
  mapping: SourceMapping,
  given: { payload: Json; headers: JsonObject },
): Mapped {
  const message = { evaluator, data: given };
  if (mapping.when !== undefined && evaluated(message, mapping.when, '/when') !== true)
    return { to: 'nothing' };
  if (mapping.to === 'observation') {
    const { measureId, periodStart, periodEnd, value } = mapping;
    return {
      to: 'observation',
      given: {
        measureId: textOf(message, measureId, '/measureId'),
        periodStart: textOf(message, periodStart, '/periodStart'),
        periodEnd: textOf(message, periodEnd, '/periodEnd'),
        value: evaluated(message, value, '/value'),
      },
    };
  }
  const data = Object.entries(mapping.data ?? {}).map(([name, text]) => [
    name,
    evaluated(message, text, `/data/${name}`),
  ]);
  return {
    to: 'event',
    planId: optionalText(message, mapping.planId, '/planId'),
    componentId: optionalText(message, mapping.componentId, '/componentId'),
    type: textOf(message, mapping.type, '/type'),
    data: Object.fromEntries(data),
  };
}
