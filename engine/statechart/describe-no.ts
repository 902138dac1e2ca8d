// The engine's "no" in words for the person who draws the cycle.
import { grouped } from '../model/grouped.ts';
import type { Rejection } from '../model/step.ts';

const listed = (words: readonly string[]): string => (words.length === 0 ? 'nothing' : words.join(', '));

export function describeNo(reason: Rejection): string {
  switch (reason.code) {
    case 'expression-failed':
      return `The expression ${reason.expression} (/${reason.place}) fails: ${reason.message}`;
    case 'state-too-large':
      return `The plan grows to ${grouped(reason.size)} characters, and ${grouped(reason.limit)} are the most.`;
    case 'too-many-steps':
      return `A step does not come to rest within ${reason.limit} transitions.`;
    case 'event-not-accepted':
      return reason.accepted.length > 0
        ? `The plan does not take ${reason.type} here. It takes ${reason.accepted.join(', ')}.`
        : `The plan does not take ${reason.type} here. It takes nothing.`;
    case 'guards-refused':
      return `No guard lets ${reason.type} pass: ${listed(reason.refusals.map(({ guard }) => guard))}.`;
    case 'plan-ended':
      return 'The plan has ended.';
    case 'cycle-mismatch':
      return `The plan is of ${reason.given} and not of ${reason.expected}.`;
  }
}
