// The table asked with values that a person types: which rules match and what it gives, while they type.
import { Select, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DecisionTable, TriedTable } from '../../engine/index.ts';
import { retell, t } from '../language/index.ts';
import { tx } from '../language/say-elements.ts';
import type { ColumnFacts } from './column-facts.ts';
import styles from './decisions.module.css';

interface Props {
  table: DecisionTable;
  facts: readonly ColumnFacts[];
  values: readonly string[];
  tried: TriedTable | null;
  onGive(values: string[]): void;
}

export function TryIt({ table, facts, values, tried, onGive }: Props) {
  return (
    <section className={styles.try} aria-label={t('Try the table')}>
      <h3 className={styles.tryTitle}>{t('Try it')}</h3>
      <div className={styles.tryInputs}>
        {table.inputs.map((input, index) => (
          <TryInput
            // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other identity than its place.
            key={index}
            label={input.label ?? input.expression}
            facts={facts[index] ?? { kind: null, choices: [] }}
            value={values[index] ?? ''}
            fault={tried?.kind === 'refused' && tried.input === index ? retell(tried.message) : null}
            onGive={(value) =>
              onGive(table.inputs.map((_, at) => (at === index ? value : (values[at] ?? ''))))
            }
          />
        ))}
      </div>
      <output className={styles.tryResult} aria-live="polite">
        {resultWords(tried)}
      </output>
    </section>
  );
}

interface InputProps {
  label: string;
  facts: ColumnFacts;
  value: string;
  fault: string | null;
  onGive(value: string): void;
}

const shown = (literal: string): string => literal.replace(/^"(.*)"$/s, '$1');

function TryInput({ label, facts: { kind, choices }, value, fault, onGive }: InputProps) {
  if (choices.length > 0)
    return (
      <Select
        size="sm"
        className={styles.tryInput}
        label={label}
        data={choices.map((choice) => ({ value: shown(choice), label: shown(choice) }))}
        value={value || null}
        clearable
        error={fault}
        placeholder={t('nothing')}
        onChange={(next) => onGive(next ?? '')}
      />
    );
  return (
    <TextInput
      size="sm"
      className={styles.tryInput}
      label={label}
      value={value}
      error={fault}
      placeholder={kind === null ? t('FEEL, such as 12 or "text"') : (examples[kind] ?? kind)}
      onChange={(event) => onGive(event.currentTarget.value)}
    />
  );
}

const examples: Record<string, string> = {
  number: '12',
  string: 'text',
  date: '2026-01-31',
  time: '09:30:00',
  'date and time': '2026-01-31T09:30:00',
  'days and time duration': 'P10D',
  'years and months duration': 'P3M',
};

function matchWords(rows: readonly number[], value: ReactNode) {
  if (rows.length === 0) return tx('No rule matches; it gives {value}', { value });
  return rows.length === 1
    ? tx('Rule {row} matches; it gives {value}', { row: (rows[0] ?? 0) + 1, value })
    : tx('Rules {rows} match; it gives {value}', { rows: rows.map((row) => row + 1).join(', '), value });
}

function resultWords(tried: TriedTable | null) {
  if (tried === null)
    return (
      <Text size="sm" c="var(--cw-muted)">
        {t('Give values to see which rule matches.')}
      </Text>
    );
  if (tried.kind === 'refused')
    return (
      <Text size="sm" c="var(--cw-danger)">
        {tried.input === null
          ? t('The table cannot be asked yet. {message}', { message: retell(tried.message) })
          : t('One value cannot be read.')}
      </Text>
    );
  const { rows, value, problems } = tried;
  return (
    <>
      <Text size="sm">
        {matchWords(
          rows,
          <strong className={styles.value}>{value === 'null' ? t('nothing') : value}</strong>,
        )}
      </Text>
      {problems.length > 0 && (
        <Text size="xs" c="var(--cw-warning)">
          {problems.map(retell).join(' ')}
        </Text>
      )}
    </>
  );
}
