// Spans that are a day longer and a day shorter.
import { readSpan } from '../../time/span.ts';

const parts = /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(T.+)?$/;

interface Parts {
  sign: string;
  years: number;
  months: number;
  days: number;
  time: string;
}

function written({ sign, years, months, days, time }: Parts): string {
  const date = [years > 0 ? `${years}Y` : '', months > 0 ? `${months}M` : '', days > 0 ? `${days}D` : ''];
  const text = `${date.join('')}${time}`;
  return `${sign}P${text === '' ? '0D' : text}`;
}

/** A month is given up for 27 days: no month is so short that it would be the same again. */
function longer(span: Parts): Parts {
  return { ...span, days: span.days + 1 };
}

function shorter(span: Parts): Parts | null {
  if (span.days > 0) return { ...span, days: span.days - 1 };
  if (span.months > 0) return { ...span, months: span.months - 1, days: 27 };
  if (span.years > 0) return { ...span, years: span.years - 1, days: 364 };
  return null;
}

/** A day more and a day less, in so far as there is less; nothing for text that is no span. */
export function offByADay(text: string): string[] {
  const span = readSpan(text);
  if (span === null) return [];
  if (span.kind === 'workingDays') return [`${span.count + 1}bd`, `${span.count - 1}bd`];
  const found = parts.exec(span.text);
  if (!found) return [];
  const [, sign = '', years = '0', months = '0', weeks = '0', days = '0', time = ''] = found;
  const given: Parts = {
    sign,
    years: Number(years),
    months: Number(months),
    days: Number(weeks) * 7 + Number(days),
    time,
  };
  return [longer(given), shorter(given)].flatMap((one) => (one ? [written(one)] : []));
}

const literal = /duration\("([^"]+)"\)/g;

/** The same for each duration that an expression writes out. */
export function offByADayIn(expression: string): string[] {
  return [...expression.matchAll(literal)].flatMap(({ 0: whole, 1: span = '', index }) =>
    offByADay(span).map(
      (other) =>
        `${expression.slice(0, index)}${whole.replace(span, other)}${expression.slice(index + whole.length)}`,
    ),
  );
}
