// Every function of FEEL by name. `today` and `now` are missing on purpose: they would read a clock. Who has
// an instant brings them along as functions of the scope.

import * as types from '../types/feel-type.ts';
import { calendarFunctions } from './calendar.ts';
import { contextFunctions } from './contexts.ts';
import { conversionFunctions } from './conversion.ts';
import { type Builtin, define, form } from './define.ts';
import { listFunctions } from './lists.ts';
import { numberFunctions } from './numbers.ts';
import { boolean } from './parameters.ts';
import { patternFunctions } from './patterns.ts';
import { rangeFunctions } from './ranges.ts';
import { statisticalFunctions } from './statistics.ts';
import { textFunctions } from './texts.ts';

const negation = define(
  'not',
  form([boolean('negand')], types.boolean, (_, negand) => !negand),
);

export const builtins: ReadonlyMap<string, Builtin> = new Map(
  [
    ...conversionFunctions,
    negation,
    ...textFunctions,
    ...patternFunctions,
    ...listFunctions,
    ...statisticalFunctions,
    ...numberFunctions,
    ...calendarFunctions,
    ...rangeFunctions,
    ...contextFunctions,
  ].map((builtin) => [builtin.name, builtin]),
);
