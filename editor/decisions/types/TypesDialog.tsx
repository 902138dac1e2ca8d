// The types that the decisions of a cycle name: which there are, what each allows, where it is used. Each change is one
// step of the document.
import { Button, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { type Cycle, type DecisionType, typeRenames, typeUses } from '../../../engine/index.ts';
import type { Applied } from '../../document/command.ts';
import { uniqueId } from '../../document/make-id.ts';
import { isWithin, pointer } from '../../document/pointer.ts';
import { patched } from '../../document/stage-tree.ts';
import { listText, t } from '../../language/index.ts';
import { useEditing } from '../../panels/editing.ts';
import { problemsWithin } from '../../panels/field-problems.ts';
import { worstOf } from '../../panels/problem-words.ts';
import { TextField } from '../../panels/TextField.tsx';
import { undoKeys } from '../../panels/undo-keys.ts';
import { Dialog } from '../../theme/Dialog.tsx';
import { UndoButtons } from '../UndoButtons.tsx';
import { ShapeFields } from './ShapeFields.tsx';
import styles from './types.module.css';

interface Props {
  /** The type to begin with, if it is one. */
  chosen: string | null;
  /** JSON Pointer of the field that is wanted. */
  wanted: string;
  onClose(): void;
}

const newType: DecisionType = { type: 'string' };

export function TypesDialog({ chosen, wanted, onClose }: Props) {
  const editing = useEditing();
  const { cycle, run, readOnly } = editing;
  const isSmall = useMediaQuery('(max-width: 768px)', false, { getInitialValueInEffect: false });
  const names = Object.keys(cycle.types ?? {});
  const [picked, pick] = useState(
    chosen ?? names.find((each) => isWithin(wanted, pointer('types', each))) ?? null,
  );
  const [said, say] = useState('');
  const name = picked !== null && names.includes(picked) ? picked : (names[0] ?? null);
  const named = name === null ? undefined : cycle.types?.[name];
  const frame = useWanted(wanted);
  const add = () => {
    const fresh = uniqueId('type', new Set(names)).replaceAll('-', '_');
    if (run({ type: 'set-named-type', name: fresh, named: newType }).kind === 'applied') pick(fresh);
    say('');
  };
  const remove = (gone: string) => {
    const uses = typeUses(cycle, gone).length;
    if (run({ type: 'remove-named-type', name: gone }).kind === 'applied') say(removedWords(gone, uses));
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      fullScreen={isSmall}
      size="min(820px, 94vw)"
      title={t('Named types')}
      onKeyDown={undoKeys(editing)}
      styles={{ title: { fontWeight: 650, fontSize: 16 } }}
    >
      <div ref={frame} className={styles.frame}>
        <nav className={styles.list} aria-label={t('Types of the cycle')}>
          {names.map((each) => (
            <Choice key={each} name={each} isChosen={each === name} onPick={() => pick(each)} />
          ))}
          {!readOnly && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              className={styles.add}
              onClick={add}
            >
              {t('Add a type')}
            </Button>
          )}
        </nav>
        {name !== null && named ? (
          <OneType key={names.indexOf(name)} name={name} named={named} onRename={pick} onRemove={remove} />
        ) : (
          <Text size="sm" c="var(--cw-muted)">
            {t('A type says once which values there are; the columns of every table may then name it.')}
          </Text>
        )}
      </div>
      <output className={styles.said} aria-live="polite">
        {said}
      </output>
    </Dialog>
  );
}

const removedWords = (name: string, uses: number): string =>
  uses === 0
    ? t('The type {name} is removed.', { name })
    : t(
        'The type {name} is removed, and {uses, plural, one {one place that names it is a problem} other {# places that name it are problems}} now. Undo brings it back.',
        { name, uses },
      );

/** The field that a problem leads to has the focus. */
function useWanted(wanted: string) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted === '') return;
    const fields = [...(frame.current?.querySelectorAll<HTMLElement>('[data-pointer]') ?? [])];
    const field = fields.find(({ dataset }) => isWithin(wanted, dataset.pointer ?? ' '));
    field?.focus();
  }, [wanted]);
  return frame;
}

function Choice({ name, isChosen, onPick }: { name: string; isChosen: boolean; onPick(): void }) {
  const { problems } = useEditing();
  const worst = worstOf(problemsWithin(problems, pointer('types', name)));
  return (
    <button type="button" className={styles.choice} aria-current={isChosen || undefined} onClick={onPick}>
      <span>{name}</span>
      {worst && worst !== 'info' && (
        <IconAlertTriangle
          size={14}
          data-worst={worst}
          aria-label={worst === 'error' ? t('has an error') : t('has a warning')}
        />
      )}
    </button>
  );
}

/** What people call the decisions and types that say it. */
function usersOf(cycle: Cycle, uses: readonly string[]): string[] {
  const decisions = Object.entries(cycle.decisions ?? {}).flatMap(([key, decision]) =>
    uses.some((use) => isWithin(use, pointer('decisions', key))) ? [decision.name ?? key] : [],
  );
  const types = Object.keys(cycle.types ?? {}).filter((key) =>
    uses.some((use) => isWithin(use, pointer('types', key))),
  );
  return [...decisions, ...types];
}

function usedWords(cycle: Cycle, name: string): string {
  const uses = typeUses(cycle, name);
  if (uses.length === 0) return t('Nothing uses it yet. Choose it as the type of a column.');
  return t('Used {uses, plural, one {once} other {# times}}: {users}.', {
    uses: uses.length,
    users: listText(usersOf(cycle, uses)),
  });
}

interface OneProps {
  name: string;
  named: DecisionType;
  onRename(name: string): void;
  onRemove(name: string): void;
}

function OneType({ name, named, onRename, onRemove }: OneProps) {
  const { cycle, run, readOnly } = useEditing();
  const place = pointer('types', name);
  const change = (next: DecisionType, burst?: string): Applied =>
    run({ type: 'set-named-type', name, named: next }, burst);
  const rename = (text: string, burst: string): Applied => {
    const to = text.trim();
    const also = typeRenames(cycle, name, to);
    const result = run({ type: 'rename-named-type', name, to, also }, burst);
    if (result.kind === 'applied') onRename(to);
    return result;
  };
  return (
    <Stack gap="sm" component="section" aria-label={t('The type {name}', { name })}>
      <div className={styles.head}>
        <TextField label={t('Name')} place="/types key" value={name} mono apply={rename} />
        <UndoButtons />
      </div>
      <TextField
        label={t('What it stands for')}
        place={place + pointer('description')}
        value={named.description ?? ''}
        apply={(text, burst) => change(patched(named, { description: text || undefined }), burst)}
      />
      <ShapeFields named={named} place={place} self={name} change={change} />
      <div className={styles.foot}>
        <Text size="xs" c="var(--cw-muted)">
          {usedWords(cycle, name)}
        </Text>
        {!readOnly && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={14} />}
            onClick={() => onRemove(name)}
          >
            {t('Remove the type')}
          </Button>
        )}
      </div>
    </Stack>
  );
}
