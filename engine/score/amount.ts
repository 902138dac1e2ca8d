// Amounts of money in the measure's currency: minor units with a code, converted with the plan's rate for the period.
import { type Fraction, fractionOf, over, times } from './fraction.ts';

/** How many of the second one of the first is worth, by pair: { "USD/EUR": 0.92 }. Whole units, not minor ones. */
export type Rates = Readonly<Record<string, number>>;

const withoutMinorUnits = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
const withThousandths = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
const withTenThousandths = 'CLF UYW'.split(' ');

/** ISO 4217: how many minor units make one. */
function minorUnitsOf(currency: string): number {
  if (withoutMinorUnits.includes(currency)) return 1;
  if (withThousandths.includes(currency)) return 1000;
  return withTenThousandths.includes(currency) ? 10_000 : 100;
}

export const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

function rateOf(from: string, to: string, rates: Rates): Fraction | null {
  const direct = rates[`${from}/${to}`];
  if (direct !== undefined) return fractionOf(direct);
  const inverse = rates[`${to}/${from}`];
  return inverse ? over(fractionOf(1), fractionOf(inverse)) : null;
}

/** Minor units of one currency in those of another, unrounded; null when there is no rate for the two. */
export function convert(
  amount: Fraction,
  { from, to }: { from: string; to: string },
  rates: Rates,
): Fraction | null {
  if (from === to) return amount;
  const rate = rateOf(from, to, rates);
  if (rate === null) return null;
  const minor = over(fractionOf(minorUnitsOf(to)), fractionOf(minorUnitsOf(from)));
  return times(times(amount, rate), minor);
}
