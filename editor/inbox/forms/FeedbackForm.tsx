// Feedback that can be used: what happened, what it led to, what would help.
import { List, Text } from '@mantine/core';
import type { Outcome } from '../../../engine/index.ts';
import { PersonSelect } from '../../app/parts/PersonSelect.tsx';
import { t } from '../../language/index.ts';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { OutcomePicker } from './OutcomePicker.tsx';
import { Words } from './Words.tsx';

interface Draft {
  text: string;
  /** Asked of raters: the second axis beside results. */
  methods: Outcome | null;
  to: string | null;
}

const hints = [
  t('What happened, and when? One thing that you saw yourself.'),
  t('What did it lead to, for the people or the result?'),
  t('What would you keep, or try next time?'),
];

export function FeedbackForm(props: FormProps) {
  const { material } = props;
  const { draft, change, ...kept } = useDraft<Draft>(material.task.id, () => ({
    text: '',
    methods: null,
    to: null,
  }));
  const isRater = material.task.promise !== null;
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Your feedback')}
      verb={t('Give feedback')}
      done={t('Feedback given')}
      toResult={() => {
        const text = draft.text.trim();
        if (text === '') return t('Write a sentence or two first.');
        if (isRater && !draft.methods) return t('Choose how you see the way of working.');
        return {
          text,
          ...(draft.to && !isRater ? { to: draft.to } : {}),
          ...(isRater && draft.methods ? { methods: draft.methods } : {}),
        };
      }}
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
      <Words
        label={t('Feedback')}
        minRows={6}
        value={draft.text}
        advise={isRater ? { rating: draft.methods } : {}}
        onChange={(text) => change({ text })}
      />
      {isRater && (
        <OutcomePicker
          label={t('The way of working')}
          description={t('Shown only as how many said what')}
          value={draft.methods}
          onChange={(methods) => change({ methods })}
        />
      )}
      {!isRater && (
        <PersonSelect
          label={t('To one person (optional)')}
          placeholder={t('Everybody who works on the plan')}
          clearable
          value={draft.to}
          onChange={(to) => change({ to })}
        />
      )}
    </FormFrame>
  );
}
