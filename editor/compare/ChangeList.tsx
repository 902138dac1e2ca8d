// The changes one below another; the chosen one shows its fields before and after.
import { Badge, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Difference } from '../../engine/index.ts';
import { retell, t } from '../language/index.ts';
import { changeStyle } from '../theme/change-style.ts';
import classes from './compare.module.css';
import type { Change } from './compare-on-canvas.ts';
import { fieldWords, valueWords } from './field-words.ts';
import { Sign } from './Legend.tsx';

interface Props {
  changes: readonly Change[];
  chosen: string | null;
  /** What tasks are called, by key. */
  tasks: Readonly<Record<string, string>>;
  onChoose: (id: string) => void;
}

function whatWords({ look, thing }: Change): string {
  const words = changeStyle[look].words;
  if (thing.kind === 'cycle') return t('Changed');
  return thing.kind === 'stage'
    ? t('Stage {look}', { look: words })
    : t('Transition {look}', { look: words });
}

export function ChangeList({ changes, chosen, tasks, onChoose }: Props) {
  return (
    <ol className={classes.list} aria-label={t('Changes')}>
      {changes.map((change) => (
        <ChangeItem
          key={change.id}
          change={change}
          chosen={change.id === chosen}
          tasks={tasks}
          onChoose={onChoose}
        />
      ))}
    </ol>
  );
}

interface ItemProps {
  change: Change;
  chosen: boolean;
  tasks: Props['tasks'];
  onChoose: Props['onChoose'];
}

function ChangeItem({ change, chosen, tasks, onChoose }: ItemProps) {
  const { id, look, aspect, title, differences } = change;
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li className={classes.item} data-chosen={chosen || undefined} ref={item}>
      <UnstyledButton
        className={classes.head}
        onClick={() => onChoose(id)}
        aria-current={chosen || undefined}
        aria-expanded={chosen}
      >
        <Sign look={look} />
        <span className={classes.headText}>
          <Text span size="sm" fw={600} className={classes.title}>
            {title}
          </Text>
          <Text span size="xs" c="var(--cw-muted)">
            {whatWords(change)}
          </Text>
        </span>
        {aspect === 'wording' && (
          <Badge size="sm" variant="light" color="gray">
            {t('only words')}
          </Badge>
        )}
      </UnstyledButton>
      {chosen && (
        <div className={classes.fields}>
          {differences.map((difference) => (
            <Field key={JSON.stringify([difference.old, difference.new])} {...{ difference, tasks }} />
          ))}
        </div>
      )}
    </li>
  );
}

/** Of which task of the stage it is. */
function taskOf({ kind, old, new: pointer }: Difference, tasks: Props['tasks']): string | null {
  const key = /\/tasks\/([^/]+)/.exec(pointer ?? old ?? '')?.[1];
  return kind.startsWith('task') && key ? `${tasks[key] ?? key}: ` : null;
}

function Field({ difference, tasks }: { difference: Difference; tasks: Props['tasks'] }) {
  const { field, before, after, message, kind } = difference;
  if (field === null || kind === 'layout-changed') return <Text size="sm">{retell(message)}</Text>;
  return (
    <dl className={classes.field}>
      <dt>
        {taskOf(difference, tasks)}
        {fieldWords(field)}
      </dt>
      <Value look="removed" label={t('Before')} {...valueWords(field, before)} />
      <Value look="added" label={t('After')} {...valueWords(field, after)} />
    </dl>
  );
}

interface ValueProps {
  look: 'added' | 'removed';
  label: string;
  text: string;
  exact: boolean;
}

function Value({ look, label, text, exact }: ValueProps) {
  return (
    <dd className={classes.value} data-change={look}>
      <span className={classes.valueLabel}>{label}</span>
      <span className={exact ? classes.exact : undefined}>{text}</span>
    </dd>
  );
}
