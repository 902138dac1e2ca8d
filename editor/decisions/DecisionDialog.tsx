// One decision of the cycle, large enough to work on: a table as a grid, an expression as a field. Undo and redo
// work here as on the canvas.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Suspense, useState } from 'react';
import {
  type Cycle,
  type Decision,
  type DecisionLogic,
  decisionLogicSchema,
  decisionRenames,
  functionNames,
  inPlainWords,
  scopeNames,
} from '../../engine/index.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { type Applied, refused } from '../document/command.ts';
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { retell, t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';
import { FeelField } from '../panels/FeelField.tsx';
import { JsonField } from '../panels/JsonField.tsx';
import { TextField } from '../panels/TextField.tsx';
import { undoKeys } from '../panels/undo-keys.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { logicWords } from './column-words.ts';
import styles from './decisions.module.css';
import { OpenTypesContext, useOpenTypes } from './open-types.ts';
import { TableEditor } from './TableEditor.tsx';
import { UndoButtons } from './UndoButtons.tsx';

const TypesDialog = latePart(async () => (await import('./types/TypesDialog.tsx')).TypesDialog, {
  told: 'over',
});

interface Props {
  name: string;
  /** JSON Pointer of the field that is wanted. */
  wanted: string;
  onRename(name: string): void;
  onClose(): void;
}

export function DecisionDialog({ name, wanted, onRename, onClose }: Props) {
  const editing = useEditing();
  const { cycle } = editing;
  const isSmall = useMediaQuery('(max-width: 768px)', false, { getInitialValueInEffect: false });
  const decision = cycle.decisions?.[name];
  const [types, setTypes] = useState<{ chosen: string | null } | null>(null);
  return (
    <Dialog
      opened
      onClose={onClose}
      closeOnEscape={types === null}
      fullScreen={isSmall}
      size="min(1240px, 94vw)"
      title={decision?.name ?? name}
      onKeyDown={undoKeys(editing)}
      styles={{ title: { fontWeight: 650, fontSize: 16 } }}
    >
      {decision ? (
        <OpenTypesContext value={(chosen) => setTypes({ chosen })}>
          <Stack gap="sm">
            <About name={name} decision={decision} onRename={onRename} />
            <Logic name={name} decision={decision} wanted={wanted} />
          </Stack>
        </OpenTypesContext>
      ) : (
        <Text size="sm">{t('This decision is not there any more.')}</Text>
      )}
      {types && (
        <Suspense fallback={null}>
          <TypesDialog chosen={types.chosen} wanted="" onClose={() => setTypes(null)} />
        </Suspense>
      )}
    </Dialog>
  );
}

const meansSomething = ({ variables = {} }: Cycle, name: string): boolean =>
  Object.hasOwn(variables, name) ||
  scopeNames.some((known) => known.name === name) ||
  functionNames.includes(name);

interface AboutProps {
  name: string;
  decision: Decision;
  onRename(name: string): void;
}

function About({ name, decision, onRename }: AboutProps) {
  const { cycle, run } = useEditing();
  const openTypes = useOpenTypes();
  const place = pointer('decisions', name);
  const set = (patch: Partial<Decision>, burst: string): Applied =>
    run({ type: 'set-decision', name, decision: patched(decision, patch) }, burst);
  const rename = (text: string, burst: string): Applied => {
    const to = text.trim();
    // Expressions could not be told apart any more from those that mean the other thing.
    if (meansSomething(cycle, to))
      return refused(t('“{name}” means something else in expressions.', { name: to }));
    const also = decisionRenames(cycle, name, to);
    const result = run({ type: 'rename-decision', name, to, also }, burst);
    if (result.kind === 'applied') onRename(to);
    return result;
  };
  return (
    <div className={styles.about}>
      <TextField label={t('Name in expressions')} place="/decisions key" value={name} mono apply={rename} />
      <TextField
        label={t('What people call it')}
        place={place + pointer('name')}
        value={decision.name ?? ''}
        placeholder={name}
        apply={(text, burst) => set({ name: text.trim() ? text : undefined }, burst)}
      />
      <TextField
        label={t('What it decides')}
        place={place + pointer('description')}
        value={decision.description ?? ''}
        apply={(text, burst) => set({ description: text || undefined }, burst)}
      />
      <Group gap={4} wrap="nowrap">
        <Button size="compact-sm" variant="subtle" onClick={() => openTypes(null)}>
          {t('Types…')}
        </Button>
        <UndoButtons />
      </Group>
    </div>
  );
}

function Logic({ name, decision, wanted }: { name: string; decision: Decision; wanted: string }) {
  const { run } = useEditing();
  const { logic } = decision;
  const place = pointer('decisions', name, 'logic');
  const set = (next: DecisionLogic, burst: string): Applied =>
    run({ type: 'set-decision', name, decision: { ...decision, logic: next } }, burst);
  if (logic.kind === 'table')
    return <TableEditor key={name} name={name} decision={decision} table={logic} wanted={wanted} />;
  if (logic.kind === 'expression')
    return (
      <FeelField
        label={t('It is')}
        place={place + pointer('text')}
        value={logic.text}
        apply={(text, burst) => set({ ...logic, text }, burst)}
      />
    );
  return (
    <JsonField
      label={t('Its logic, a {kind}', { kind: logicWords[logic.kind] })}
      place={place}
      value={JSON.parse(JSON.stringify(logic))}
      apply={(value, burst) => {
        const parsed = decisionLogicSchema.safeParse(value, { error: inPlainWords });
        if (parsed.success) return set(parsed.data, burst);
        const [issue] = parsed.error.issues;
        return {
          kind: 'refused',
          reason: `${issue?.path.join('/') || t('It')}: ${retell(issue?.message ?? '') || t('does not fit')}`,
        };
      }}
    />
  );
}
