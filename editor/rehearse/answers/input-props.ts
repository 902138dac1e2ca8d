// What the field of an answer is given.
import type { Json } from '../../../engine/index.ts';
import type { Errors } from './answer.ts';
import type { AnswerField } from './answer-parts.ts';
import type { Known } from './known.ts';

export interface InputProps {
  field: AnswerField;
  value: Json | undefined;
  /** By path from the field, such as "0.evidence"; the field's own has none. */
  errors: Errors;
  known: Known;
  /** Undefined takes it away. */
  onChange(value: Json | undefined): void;
}
