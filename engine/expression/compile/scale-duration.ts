// A duration times a number, or divided by a number or by a duration of its kind (DMN table 53).
import { isDuration } from '../temporal/add-duration.ts';
import { monthsDuration } from '../temporal/parse-calendar.ts';
import type { Feel, FeelObject } from '../value/feel.ts';
import { isObject } from '../value/kinds.ts';
import { doubleOf, finite, isNumber, numberOf } from '../value/number.ts';

type Operation = 'times' | 'div';

const asDuration = (value: Feel) => (isObject(value) && isDuration(value) ? value : undefined);

/** Undefined when the two do not fit. */
export function scaleDuration(a: Feel, b: Feel, operation: Operation): Feel | undefined {
  const first = asDuration(a);
  const second = asDuration(b);
  if (first && isNumber(b)) return scaled(first, b, operation);
  if (second && isNumber(a) && operation === 'times') return scaled(second, a, operation);
  return first && second && operation === 'div' ? quotient(first, second) : undefined;
}

type Duration = NonNullable<ReturnType<typeof asDuration>>;

/** Whole months, towards zero. */
function scaled(duration: Duration, factor: ReturnType<typeof numberOf>, operation: Operation): Feel {
  if (operation === 'div' && factor.isZero()) return null;
  if (duration.kind === 'years and months duration') {
    return monthsDuration(doubleOf(numberOf(duration.months)[operation](factor).trunc()));
  }
  const seconds = finite(duration.seconds[operation](factor));
  return seconds && { kind: 'days and time duration', seconds };
}

function quotient(a: FeelObject, b: FeelObject): Feel | undefined {
  if (a.kind === 'days and time duration' && b.kind === a.kind) {
    return b.seconds.isZero() ? null : finite(a.seconds.div(b.seconds));
  }
  if (a.kind === 'years and months duration' && b.kind === a.kind) {
    return b.months === 0 ? null : numberOf(a.months).div(b.months);
  }
  return undefined;
}
