// A value of the document as JSON text. Text that is no JSON stays in the field with the reason.
import type { JsonObject } from '../../engine/index.ts';
import { jsonObjectSchema } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { t } from '../language/index.ts';
import { TextField } from './TextField.tsx';

interface Props {
  label: string;
  place: string;
  value: JsonObject;
  apply(value: JsonObject, burst: string): Applied;
}

function parseObject(text: string): JsonObject | null {
  try {
    const parsed = jsonObjectSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function JsonField({ label, place, value, apply }: Props) {
  return (
    <TextField
      label={label}
      place={place}
      value={JSON.stringify(value, null, 2)}
      lines={4}
      mono
      apply={(text, burst) => {
        const parsed = parseObject(text);
        if (parsed) return apply(parsed, burst);
        return { kind: 'refused', reason: t('This is not yet a JSON object; it is kept here until it is.') };
      }}
    />
  );
}
