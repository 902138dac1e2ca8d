// A FEEL expression with its problems, and the names that it may use offered as they are typed.
import { Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { decisionNames, functionNames, scopeNames } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { useEditing } from './editing.ts';
import { type Completion, completionsFor } from './feel-completions.ts';
import { problemsAt } from './field-problems.ts';
import styles from './panels.module.css';
import { useDraft } from './use-draft.ts';

interface Props {
  label: string;
  place: string;
  value: string;
  apply(text: string, burst: string): Applied | null;
  placeholder?: string;
}

export function FeelField({ label, place, value, apply, placeholder }: Props) {
  const { cycle, problems, readOnly } = useEditing();
  const { text, refusal, type, leave } = useDraft(place, value, apply);
  const [caret, setCaret] = useState<number | null>(null);
  const known = {
    names: scopeNames,
    variables: [...Object.keys(cycle.variables ?? {}), ...decisionNames(cycle)],
    functions: functionNames,
  };
  const offered = caret === null ? [] : completionsFor(text, caret, known);
  const complete = ({ text: next }: Completion, timeStamp: number) => {
    type(next, timeStamp);
    setCaret(null);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const [first] = offered;
    if (event.key === 'Tab' && first && !event.shiftKey) {
      event.preventDefault();
      complete(first, event.timeStamp);
    }
    if (event.key === 'Escape') setCaret(null);
  };
  return (
    <div>
      <Textarea
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
        onChange={(event) => {
          type(event.currentTarget.value, event.timeStamp);
          setCaret(event.currentTarget.selectionStart);
        }}
        onKeyDown={press}
        onBlur={() => {
          leave();
          setCaret(null);
        }}
      />
      {offered.length > 0 && (
        <div className={styles.offers} aria-live="polite">
          {offered.map((offer, index) => (
            <button
              key={offer.label}
              type="button"
              tabIndex={-1}
              className={styles.offer}
              title={offer.about}
              onPointerDown={(event) => {
                event.preventDefault();
                complete(offer, event.timeStamp);
              }}
            >
              {offer.label}
              {index === 0 && <kbd>Tab</kbd>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
