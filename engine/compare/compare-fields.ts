// Two records key by key.
import type { StageId } from '../model/ids.ts';
import type { JsonObject } from '../model/json.ts';
import { pointerTo } from '../model/pointer.ts';
import { aspectOf, isSame } from './aspect.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import { changeWords } from './words.ts';

export interface Compared {
  kind: DifferenceKind;
  /** What the sentences are about. */
  subject: string;
  stage: StageId | null;
  old: { pointer: string; fields: JsonObject };
  new: { pointer: string; fields: JsonObject };
}

/** In the order of the new record; what is only in the old one comes last. */
export function compareFields(compared: Compared): Difference[] {
  const { kind, subject, stage, old } = compared;
  const keys = [...new Set([...Object.keys(compared.new.fields), ...Object.keys(old.fields)])];
  return keys.flatMap((field) => {
    const before = old.fields[field];
    const after = compared.new.fields[field];
    if (isSame(before, after)) return [];
    return [
      {
        kind,
        aspect: aspectOf(field, before, after),
        old: before === undefined ? null : old.pointer + pointerTo(field),
        new: after === undefined ? null : compared.new.pointer + pointerTo(field),
        stage,
        field,
        ...(after === undefined && { holder: compared.new.pointer }),
        before: before ?? null,
        after: after ?? null,
        message: changeWords({ subject, field, before, after }),
      },
    ];
  });
}
