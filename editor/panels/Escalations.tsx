// Who is also given a task when it is late, and how long after it was due.
import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Applied } from '../document/command.ts';
import { pointer } from '../document/pointer.ts';
import { t } from '../language/index.ts';
import { AssigneeField } from './AssigneeField.tsx';
import { useEditing } from './editing.ts';
import styles from './panels.module.css';
import { SpanField } from './SpanField.tsx';

interface Step {
  after: string;
  to: string;
}

interface Props {
  place: string;
  steps: readonly Step[];
  apply(steps: Step[], burst?: string): Applied;
}

export function Escalations({ place, steps, apply }: Props) {
  const { readOnly } = useEditing();
  const change = (index: number, patch: Partial<Step>, burst: string) =>
    apply(
      steps.map((step, nth) => (nth === index ? { ...step, ...patch } : step)),
      burst,
    );
  return (
    <>
      {steps.map((step, index) => (
        <Group
          // biome-ignore lint/suspicious/noArrayIndexKey: an escalation has no other identity than its place.
          key={index}
          gap="xs"
          align="flex-start"
          wrap="nowrap"
          role="group"
          aria-label={t('Escalation {index}', { index: index + 1 })}
        >
          <div className={styles.half}>
            <SpanField
              label={t('Late by')}
              place={place + pointer(index, 'after')}
              value={step.after}
              since={t('after it was due')}
              apply={(after, burst) => change(index, { after }, burst)}
            />
          </div>
          <div className={styles.half}>
            <AssigneeField
              label={t('Give it also to')}
              place={place + pointer(index, 'to')}
              value={step.to}
              apply={(to, burst) => change(index, { to }, burst)}
            />
          </div>
          {!readOnly && (
            <ActionIcon
              mt={28}
              size={30}
              aria-label={t('Remove escalation {index}', { index: index + 1 })}
              onClick={() => apply(steps.filter((_, nth) => nth !== index))}
            >
              <IconTrash size={15} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!readOnly && steps.length < 5 && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => apply([...steps, { after: 'P3D', to: 'manager.manager' }])}
        >
          {t('Escalate when late')}
        </Button>
      )}
    </>
  );
}
