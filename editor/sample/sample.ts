// The plan that expressions are tried on while they are written: one component, how its goals go, and what is typed
// over that. Everything it gives is the engine's own.
import {
  askValue,
  beginRehearsal,
  type CompiledCycle,
  type Component,
  type Evaluated,
  type Given,
  type Goal,
  type Instant,
  isRelation,
  type Measure,
  type Observation,
  type Play,
} from '../../engine/index.ts';
import { retell, t } from '../language/index.ts';
import { presetScores, sampleGiven } from '../rehearse/step/sample-given.ts';
import type { Sample } from './sample-context.ts';

export interface OwnFacts {
  goals: Goal[];
  measures: Measure[];
  observations: Observation[];
}

/** Made evidence keeps the real component's name, people and zone. */
export function givenFor(
  sample: Sample,
  { component, own, at }: { component: Component | null; own: OwnFacts | null; at: Instant },
): Given {
  const made = sampleGiven();
  return {
    ...made,
    start: at,
    component: component ?? made.component,
    ...(sample.evidence === 'own' && own ? own : {}),
  };
}

export type Begun = { kind: 'ready'; play: Play } | { kind: 'stuck'; why: string };

/** The plan at its start, with what its last appraisal came to. */
export function beginSample(compiled: CompiledCycle, given: Given, { outcome, round }: Sample): Begun {
  const begun = beginRehearsal(compiled, given);
  if (begun.kind !== 'on') return { kind: 'stuck', why: retell(begun.why) };
  const appraised = { outcome, score: outcome && presetScores[outcome], coverage: outcome && 1 };
  return { kind: 'ready', play: { ...begun.play, plan: { ...begun.play.plan, ...appraised, round } } };
}

/** What an expression gives there, in words. */
export function valueFor(play: Play, text: string, { result }: Sample): { words: string; isSure: boolean } {
  const evaluated = askValue(play, text, { type: 'sample', data: { result } });
  if (evaluated.kind === 'failed') return { words: retell(evaluated.message), isSure: false };
  return { words: valueWords(evaluated), isSure: evaluated.sure };
}

function valueWords({ json, type, warnings }: Extract<Evaluated, { kind: 'value' }>): string {
  if (json === null) return type === 'other' ? t('a value that cannot be shown') : nothingWords(warnings);
  if (typeof json === 'string' && type !== 'json') return json;
  return JSON.stringify(json);
}

const nothingWords = ([first]: readonly string[]): string =>
  first ? t('nothing ({reason})', { reason: first.replace(/\.$/, '') }) : t('nothing');

/** Whom an assignee means there, as a relation: the text itself or what it gives; null when it gives none. */
export function relationFor(play: Play, text: string, { result }: Sample): string | null {
  if (isRelation(text)) return text;
  const evaluated = askValue(play, text, { type: 'sample', data: { result } });
  const given = evaluated.kind === 'value' && evaluated.sure ? evaluated.json : null;
  return typeof given === 'string' && isRelation(given) ? given : null;
}
