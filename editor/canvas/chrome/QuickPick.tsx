// Type a few letters, press Enter: the small list behind append, connect and triggers.
import { Paper, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Point } from '../../document/command.ts';
import { t } from '../../language/index.ts';
import styles from './chrome.module.css';

export interface Choice<Value> {
  key: string;
  label: string;
  icon?: ReactNode;
  value: Value;
}

interface Props<Value> {
  title: string;
  placeholder: string;
  /** For what is typed. */
  choicesFor(text: string): Choice<Value>[];
  onPick(value: Value): void;
  onClose(): void;
  /** In the window; null is the middle of the canvas. */
  near: Point | null;
}

export const startsOrHolds = (label: string, text: string): boolean =>
  label.toLowerCase().includes(text.trim().toLowerCase());

export function QuickPick<Value>({ title, placeholder, choicesFor, onPick, onClose, near }: Props<Value>) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const choices = choicesFor(text);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(
        (now) => (Math.min(now, choices.length - 1) + step + choices.length) % Math.max(1, choices.length),
      );
    }
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      onPick(chosen.value);
    }
  };
  return (
    <Paper
      className={styles.pick}
      data-centred={near === null || undefined}
      style={near ? { left: `min(${near.x}px, 100vw - 296px)`, top: `min(${near.y}px, 100vh - 330px)` } : {}}
      shadow="md"
      withBorder
      radius="md"
      role="dialog"
      aria-label={title}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose()}
    >
      <TextInput
        data-autofocus
        autoFocus
        aria-label={title}
        placeholder={placeholder}
        value={text}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen ? `${list}-${chosen.key}` : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div role="listbox" id={list} aria-label={title} className={styles.choices}>
        {choices.map((choice) => (
          <div
            key={choice.key}
            id={`${list}-${choice.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={choice === chosen}
            className={styles.choice}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(choice.value)}
            onKeyDown={press}
          >
            {choice.icon}
            <span>{choice.label}</span>
          </div>
        ))}
        {choices.length === 0 && (
          <Text size="sm" c="dimmed" p="xs">
            {t('Nothing here is called that.')}
          </Text>
        )}
      </div>
    </Paper>
  );
}
