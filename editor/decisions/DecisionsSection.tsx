// The decisions of the cycle in its details: what each is, and the way into it. The editor of tables comes when
// one is opened.
import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconFunction, IconPlus, IconTable, IconTags, IconTrash } from '@tabler/icons-react';
import { Suspense, useEffect, useState } from 'react';
import type { Decision } from '../../engine/index.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { uniqueId } from '../document/make-id.ts';
import { isWithin, pointer } from '../document/pointer.ts';
import { t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';
import { problemsWithin } from '../panels/field-problems.ts';
import styles from '../panels/panels.module.css';
import { summaryOf, worstOf } from '../panels/problem-words.ts';
import { Section } from '../panels/Section.tsx';
import { logicWords } from './column-words.ts';

const DecisionDialog = latePart(async () => (await import('./DecisionDialog.tsx')).DecisionDialog, {
  told: 'over',
});

const TypesDialog = latePart(async () => (await import('./types/TypesDialog.tsx')).TypesDialog, {
  told: 'over',
});

interface Opened {
  /** Null is the types that the decisions name. */
  name: string | null;
  /** JSON Pointer of what is wanted in it. */
  wanted: string;
}

/** A table that already says something about every outcome. */
const newDecision: Decision = {
  logic: {
    kind: 'table',
    inputs: [{ label: t('Results'), expression: 'outcome', type: 'string' }],
    outputs: [{ label: t('What follows'), type: 'string' }],
    rules: [
      { when: ['"below"'], give: ['"intervene"'] },
      { when: ['not("below")'], give: ['"reward"'] },
    ],
  },
};

function kindWords({ logic, parameters }: Decision): string {
  if (parameters !== undefined) {
    const names = parameters.map(({ name }) => name).join(', ');
    return names === '' ? t('function of nothing') : t('function of {names}', { names });
  }
  return logic.kind === 'table'
    ? t('table, {count, plural, one {# rule} other {# rules}}', { count: logic.rules.length })
    : logicWords[logic.kind];
}

export function DecisionsSection() {
  const { cycle, run, readOnly, wanted } = useEditing();
  const [opened, setOpened] = useState<Opened | null>(null);
  const decisions = Object.entries(cycle.decisions ?? {});
  const names = decisions.map(([name]) => name).join('\n');
  useEffect(() => {
    const name = names.split('\n').find((each) => wanted && isWithin(wanted, pointer('decisions', each)));
    if (wanted && name) setOpened({ name, wanted });
    else if (wanted && isWithin(wanted, '/types')) setOpened({ name: null, wanted });
  }, [wanted, names]);
  const add = () => {
    const taken = new Set(Object.keys(cycle.decisions ?? {}));
    const name = uniqueId('decision', taken).replaceAll('-', '_');
    const result = run({ type: 'set-decision', name, decision: newDecision });
    if (result.kind === 'applied') setOpened({ name, wanted: '' });
  };
  return (
    <Section title={t('Decisions')} place={pointer('decisions')} count={decisions.length}>
      <Text size="sm" c="dimmed">
        {t('Rules as tables; guards and values use them by their name.')}
      </Text>
      {decisions.map(([name, decision]) => (
        <Entry
          key={name}
          name={name}
          decision={decision}
          onOpen={() => setOpened({ name, wanted: '' })}
          onRemove={() => run({ type: 'remove-decision', name })}
        />
      ))}
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={add}
        >
          {t('Add a decision table')}
        </Button>
      )}
      {(decisions.length > 0 || cycle.types !== undefined) && (
        <Types onOpen={() => setOpened({ name: null, wanted: '' })} />
      )}
      {opened && (
        <Suspense fallback={null}>
          {opened.name === null ? (
            <TypesDialog chosen={null} wanted={opened.wanted} onClose={() => setOpened(null)} />
          ) : (
            <DecisionDialog
              name={opened.name}
              wanted={opened.wanted}
              onRename={(name) => setOpened({ name, wanted: '' })}
              onClose={() => setOpened(null)}
            />
          )}
        </Suspense>
      )}
    </Section>
  );
}

function Types({ onOpen }: { onOpen(): void }) {
  const { cycle, problems } = useEditing();
  const own = problemsWithin(problems, '/types');
  const worst = worstOf(own);
  const names = Object.keys(cycle.types ?? {});
  return (
    <button type="button" className={styles.link} data-pointer="/types" onClick={onOpen}>
      <IconTags size={16} style={{ flex: 'none', alignSelf: 'center' }} aria-hidden />
      <span style={{ flex: 1, minWidth: 0 }}>
        {t('Named types…')}
        {names.length > 0 && (
          <span className={styles.mono} style={{ display: 'block' }}>
            {names.join(', ')}
          </span>
        )}
        {worst && worst !== 'info' && (
          <Text span size="xs" c={worst === 'error' ? 'var(--cw-danger)' : 'var(--cw-warning)'}>
            {summaryOf(own)}
          </Text>
        )}
      </span>
    </button>
  );
}

interface EntryProps {
  name: string;
  decision: Decision;
  onOpen(): void;
  onRemove(): void;
}

function Entry({ name, decision, onOpen, onRemove }: EntryProps) {
  const { problems, readOnly } = useEditing();
  const own = problemsWithin(problems, pointer('decisions', name));
  const Icon = decision.logic.kind === 'table' ? IconTable : IconFunction;
  const title = decision.name ?? name;
  return (
    <Group gap={4} wrap="nowrap">
      <button
        type="button"
        className={styles.link}
        data-pointer={pointer('decisions', name)}
        aria-label={t('Open the decision {title}', { title })}
        onClick={onOpen}
      >
        <Icon size={16} style={{ flex: 'none', alignSelf: 'center' }} aria-hidden />
        <span style={{ flex: 1, minWidth: 0 }}>
          {title}
          <span className={styles.mono} style={{ display: 'block' }}>
            {name} · {kindWords(decision)}
          </span>
          {worstOf(own) && worstOf(own) !== 'info' && (
            <Text span size="xs" c={worstOf(own) === 'error' ? 'var(--cw-danger)' : 'var(--cw-warning)'}>
              {summaryOf(own)}
            </Text>
          )}
        </span>
      </button>
      {!readOnly && (
        <ActionIcon aria-label={t('Remove the decision {title}', { title })} onClick={onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      )}
    </Group>
  );
}
