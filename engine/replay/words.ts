// A verdict on a plan in plain sentences: what it came to and would have come to, and what happened where the ways part.

import type { Cycle } from '../model/cycle.ts';
import { grouped } from '../model/grouped.ts';
import type { RecordedStep } from '../model/recorded-step.ts';
import type { Refusal, Rejection } from '../model/step.ts';
import { transitionsByPlace } from '../statechart/structure/transitions-by-place.ts';
import { explainStep } from '../why/explain-plan.ts';
import { refusalToWords, sayLink, type WhyNames } from '../why/words.ts';
import type { Ending, Parting } from './compare-replay.ts';
import { partingOf, type Verdict, type WhyNotReplayed } from './judge-plan.ts';

/** A version, and what things are called in it. */
export interface Told {
  cycle: Cycle;
  names: WhyNames;
}

export interface VerdictTeller {
  /** The version that a recorded revision followed. */
  recordedAt(revision: number): Told;
  candidate: Told;
}

export interface VerdictWords {
  verdict: string;
  /** What happened where the ways part, and why it led where it did; nothing when they do not part. */
  recorded: string[];
  /** The same under the candidate. */
  replayed: string[];
}

const quoted = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join(', ');

/** Such as: as met (meets, 104), rewarded with “Day off”. */
function endingInWords({ ended, ending, stage, outcome, score, ...gave }: Ending, names: WhyNames): string {
  const place = ended
    ? ` as ${ending ?? stage.map(names.stage).join(', ')}`
    : ` in ${stage.map(names.stage).join(', ')}`;
  const figures = [outcome, score].filter((figure) => figure !== null).join(', ');
  return [
    `${place}${figures === '' ? '' : ` (${figures})`}`,
    ...(gave.rewards.length > 0 ? [`rewarded with ${quoted(gave.rewards)}`] : []),
    ...(gave.interventions.length > 0 ? [`with the intervention ${quoted(gave.interventions)}`] : []),
  ].join(', ');
}

const did = (ending: Ending, names: WhyNames): string =>
  `${ending.ended ? 'ended' : 'stands'}${endingInWords(ending, names)}`;
const would = (ending: Ending, names: WhyNames): string =>
  `would ${ending.ended ? 'have ended' : 'stand'}${endingInWords(ending, names)}`;

function rejectionInWords(reason: Rejection): string {
  switch (reason.code) {
    // Its message may quote what somebody answered.
    case 'expression-failed':
      return `The expression “${reason.expression}” at ${reason.place} fails with what the plan holds there.`;
    case 'too-many-steps':
      return `It did not come to rest within ${grouped(reason.limit)} steps: it runs in a circle.`;
    case 'state-too-large':
      return `The plan would take ${reason.size} bytes, and ${reason.limit} are allowed.`;
    default:
      return `It refused what happened (${reason.code}).`;
  }
}

function notReplayedInWords(reason: WhyNotReplayed): string {
  switch (reason.code) {
    case 'candidate-failed':
      return `It cannot be replayed: the candidate fails on the way. ${rejectionInWords(reason.rejection)}`;
    case 'evidence-changed':
      return 'It cannot be replayed: with the goals, observations and organisation of today its own version would go another way too.';
    case 'component-gone':
      return 'It cannot be replayed: its component is not there any more.';
  }
}

function verdictInWords(verdict: Verdict, then: WhyNames, candidate: WhyNames): string {
  if (verdict.kind === 'not-replayed') return notReplayedInWords(verdict.reason);
  const { kind, recorded, replayed } = verdict;
  if (kind === 'other-outcome') return `It ${did(recorded, then)}; it ${would(replayed, candidate)}.`;
  const by = kind === 'same' ? 'all the same' : 'all the same, but would have come there by another way';
  return `It ${did(recorded, then)}; it would ${replayed.ended ? 'have ended' : 'stand'} ${by}.`;
}

function stepInWords(step: RecordedStep, { cycle, names }: Told): string[] {
  const { cause, because } = sayLink(explainStep(step, cycle), names);
  const given = step.effects.filter(({ type }) => type === 'reward' || type === 'intervene');
  return [cause, ...because, ...given.map((effect) => `${names.effect(effect)}.`)];
}

const neededFor = (names: WhyNames, { to, guard }: Refusal): string =>
  to === null ? guard : `${guard} (to ${names.stage(to)})`;

/** A step that led nowhere: the guards that it asked all said no. */
function notedInWords(step: RecordedStep, { cycle, names }: Told): string[] {
  const places = transitionsByPlace(cycle);
  const refused = step.moves.asked.flatMap((asked) =>
    refusalToWords({ ...asked, to: places.get(asked.transition)?.transition.to ?? null }, names),
  );
  return [sayLink(explainStep(step, cycle), names).cause, ...refused, 'That leads nowhere there.'];
}

/** Why the version did not follow what happened in the record. */
function refusalInWords({ unheard, unasked, noted }: Parting, told: Told): string[] {
  const { names } = told;
  if (noted) return notedInWords(noted, told);
  if (unasked) return ['The task was not open there, so nobody would have answered it then.'];
  if (unheard === null) return [];
  const { reason } = unheard;
  if (reason.code === 'guards-refused')
    return [
      `No guard lets it pass; needed is ${reason.refusals.map((one) => neededFor(names, one)).join(' or ')}.`,
    ];
  if (reason.code !== 'event-not-accepted') return [rejectionInWords(reason)];
  const taken = reason.accepted.length > 0 ? reason.accepted.join(', ') : 'nothing';
  return [`${reason.type} is not taken there; what is taken is ${taken}.`];
}

/** One side: the step that it took there, or where it stayed. */
function sideInWords(step: RecordedStep | null, told: Told, end: Ending | null): string[] {
  if (step) return stepInWords(step, told);
  if (end === null) return [];
  return end.ended
    ? ['It had ended by then.']
    : [`It waits in ${end.stage.map(told.names.stage).join(', ')}.`];
}

interface Sides {
  recorded: { told: Told; end: Ending | null };
  replayed: { told: Told; end: Ending | null };
}

const partingInWords = (parting: Parting, { recorded, replayed }: Sides): Omit<VerdictWords, 'verdict'> => ({
  recorded: sideInWords(parting.recorded, recorded.told, recorded.end),
  replayed: [
    ...refusalInWords(parting, replayed.told),
    ...sideInWords(parting.replayed, replayed.told, replayed.end),
  ],
});

export function sayVerdict(verdict: Verdict, teller: VerdictTeller): VerdictWords {
  const parting = partingOf(verdict);
  const then = teller.recordedAt(parting?.recorded?.revision ?? Number.POSITIVE_INFINITY);
  const last = teller.recordedAt(Number.POSITIVE_INFINITY);
  const sides = parting
    ? partingInWords(parting, {
        recorded: { told: then, end: verdict.recorded },
        replayed:
          verdict.kind === 'not-replayed'
            ? { told: then, end: null }
            : { told: teller.candidate, end: verdict.replayed },
      })
    : { recorded: [], replayed: [] };
  return { verdict: verdictInWords(verdict, last.names, teller.candidate.names), ...sides };
}
