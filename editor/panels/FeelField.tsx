// A FEEL expression with its problems. While it is written, the names and functions that could come next are offered,
// and its type and its value for a sample plan stand under it.
import { Textarea } from '@mantine/core';
import { Suspense, useRef, useState } from 'react';
import { latePart } from '../app/parts/late-part.tsx';
import type { Applied } from '../document/command.ts';
import { Completions } from './Completions.tsx';
import { useEditing } from './editing.ts';
import { problemsAt } from './field-problems.ts';
import styles from './panels.module.css';
import { useDraft } from './use-draft.ts';
import { useOffering } from './use-offering.ts';

const LiveValue = latePart(async () => (await import('../sample/LiveValue.tsx')).LiveValue);

interface Props {
  label: string;
  place: string;
  value: string;
  apply(text: string, burst: string): Applied | null;
  placeholder?: string;
}

export function FeelField({ label, place, value, apply, placeholder }: Props) {
  const { problems, readOnly } = useEditing();
  const { text, refusal, type, leave } = useDraft(place, value, apply);
  const [isWritten, setWritten] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { known, offered, active, id, pick, ...offering } = useOffering({ text, isWritten, field, type });
  return (
    // It takes the focus of a press beside its fields, so that what is under it stays.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notes where the focus is.
    <div
      className={styles.feel}
      tabIndex={-1}
      onFocus={() => setWritten(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setWritten(false);
      }}
    >
      <Textarea
        ref={field}
        size="sm"
        label={label}
        data-pointer={place}
        autosize
        minRows={1}
        maxRows={10}
        value={text}
        placeholder={placeholder}
        readOnly={readOnly}
        spellCheck={false}
        error={refusal ?? problemsAt(problems, place)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        {...offering.fieldProps}
        onChange={(event) => {
          type(event.currentTarget.value, event.timeStamp);
          offering.open(event.currentTarget.selectionStart);
        }}
        onBlur={() => {
          offering.close();
          leave();
        }}
      />
      <Completions id={id} offered={offered} active={active} onPick={pick} />
      {known && text.trim() !== '' && (
        <Suspense fallback={null}>
          <LiveValue text={text} known={known} />
        </Suspense>
      )}
    </div>
  );
}
