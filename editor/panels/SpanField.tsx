// A length of time, shown and typed in words; P10D and 10bd are taken too. Under it from when it counts, and as
// the document has it.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Applied } from '../document/command.ts';
import { readSpanWords } from '../document/read-span-words.ts';
import { spanWords } from '../document/words.ts';
import { t } from '../language/index.ts';
import { useEditing } from './editing.ts';
import { problemsAt } from './field-problems.ts';
import { useDraft } from './use-draft.ts';

interface Props {
  label: string;
  place: string;
  value: string;
  apply(text: string, burst: string): Applied | null;
  /** From when it counts, such as "after the stage begins". */
  since: string;
  /** A delay may also be an expression that gives a date. */
  orExpression?: boolean;
}

export function SpanField({ label, place, value, apply, since, orExpression = false }: Props) {
  const { problems, readOnly } = useEditing();
  const [typed, setTyped] = useState<string | null>(null);
  const {
    text: drafted,
    refusal,
    type,
    leave,
  } = useDraft(place, value, (text, burst) => apply(readSpanWords(text) ?? text, burst));
  const words = value === '' ? null : spanWords(value);
  const isMeant = typed === drafted || (typed !== null && (readSpanWords(typed) ?? typed) === value);
  const otherwise = orExpression
    ? t('“10 working days”, “3 months”, or FEEL that gives a date')
    : t('Such as “10 working days”, “3 months” or “4 hours”');
  return (
    <TextInput
      size="sm"
      label={label}
      data-pointer={place}
      // What is typed stays as it is until the field is left, unless the document changed otherwise.
      value={typed !== null && isMeant ? typed : (words ?? value)}
      description={words === null ? otherwise : `${words} ${since} · ${value.trim()}`}
      readOnly={readOnly}
      spellCheck={false}
      error={refusal ?? problemsAt(problems, place)}
      onChange={({ currentTarget, timeStamp }) => {
        setTyped(currentTarget.value);
        type(currentTarget.value, timeStamp);
      }}
      onBlur={() => {
        setTyped(null);
        leave();
      }}
    />
  );
}
