// Feedback that can be used: what happened, what it led to, what would help.
import { List, Select, Text } from '@mantine/core';
import { t } from '../../language/index.ts';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  text: string;
  to: string | null;
}

const hints = [
  t('What happened, and when? One thing that you saw yourself.'),
  t('What did it lead to, for the people or the result?'),
  t('What would you keep, or try next time?'),
];

export function FeedbackForm(props: FormProps) {
  const { material } = props;
  const { draft, change, ...kept } = useDraft<Draft>(material.task.id, () => ({ text: '', to: null }));
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Your feedback')}
      verb={t('Give feedback')}
      done={t('Feedback given')}
      then={t('It is kept with the plan of {component}, where those who see the plan read it.', {
        component: material.task.componentName,
      })}
      toResult={() =>
        draft.text.trim() === ''
          ? t('Write a sentence or two first.')
          : { text: draft.text.trim(), ...(draft.to ? { to: draft.to } : {}) }
      }
    >
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t('Feedback that can be used says')}
        </Text>
        <List size="sm" c="var(--cw-muted)">
          {hints.map((hint) => (
            <List.Item key={hint}>{hint}</List.Item>
          ))}
        </List>
      </div>
      <Words label={t('Feedback')} minRows={6} value={draft.text} onChange={(text) => change({ text })} />
      <Select
        label={t('To one person (optional)')}
        placeholder={t('Everybody who works on the plan')}
        clearable
        searchable
        limit={50}
        data={material.people.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.to}
        onChange={(to) => change({ to })}
      />
    </FormFrame>
  );
}
