// FEEL's own functions by name. Those that take a range may be given one written in place.
const rangeNames =
  'before|after|meets|met by|overlaps|overlaps before|overlaps after|finishes|finished by|includes|during|starts|started by|coincides';
const otherNames =
  'number|string|date|date and time|time|duration|years and months duration|not|substring|string length|' +
  'upper case|lower case|substring before|substring after|replace|contains|matches|starts with|ends with|split|' +
  'string join|list contains|list replace|count|min|max|sum|mean|all|any|sublist|append|concatenate|insert before|' +
  'remove|reverse|index of|union|distinct values|flatten|product|median|stddev|mode|decimal|floor|ceiling|abs|' +
  'round up|round down|round half up|round half down|modulo|sqrt|log|exp|odd|even|is|day of year|day of week|' +
  'month of year|week of year|sort|get value|get entries|context|context merge|context put';

const rangeFunctions: ReadonlySet<string> = new Set(rangeNames.split('|'));
/** Offered by autocomplete. `today()` and `now()` are missing on purpose: they would read the machine's clock. */
export const functionNames: readonly string[] = [...otherNames.split('|'), ...rangeNames.split('|')].sort();
const known: ReadonlySet<string> = new Set(functionNames);

export const isFunctionName = (name: string): boolean => known.has(name);
export const takesRange = (name: string): boolean => rangeFunctions.has(name);
