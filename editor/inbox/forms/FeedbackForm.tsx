// Feedback that can be used: what happened, what it led to, what would help.
import { List, Select, Text } from '@mantine/core';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  text: string;
  to: string | null;
}

const hints = [
  'What happened, and when? One thing that you saw yourself.',
  'What did it lead to, for the people or the result?',
  'What would you keep, or try next time?',
];

export function FeedbackForm(props: FormProps) {
  const { material } = props;
  const { draft, change, ...kept } = useDraft<Draft>(material.task.id, () => ({ text: '', to: null }));
  return (
    <FormFrame
      {...props}
      {...kept}
      title="Your feedback"
      verb="Give feedback"
      done="Feedback given"
      then={`It is kept with the plan of ${material.task.componentName}, where those who see the plan read it.`}
      toResult={() =>
        draft.text.trim() === ''
          ? 'Write a sentence or two first.'
          : { text: draft.text.trim(), ...(draft.to ? { to: draft.to } : {}) }
      }
    >
      <div>
        <Text size="sm" fw={500} mb={4}>
          Feedback that can be used says
        </Text>
        <List size="sm" c="var(--cw-muted)">
          {hints.map((hint) => (
            <List.Item key={hint}>{hint}</List.Item>
          ))}
        </List>
      </div>
      <Words label="Feedback" minRows={6} value={draft.text} onChange={(text) => change({ text })} />
      <Select
        label="To one person (optional)"
        placeholder="Everybody who works on the plan"
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
