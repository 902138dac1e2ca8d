// Who is asked instead of a rater: proposed by whom it is about, agreed by their manager; or nobody, and why.
import { Alert, Text } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import type { JsonObject } from '../../../engine/index.ts';
import type { TaskDetail } from '../../app/api/wire.ts';
import { PersonSelect } from '../../app/parts/PersonSelect.tsx';
import { t } from '../../language/index.ts';
import { Choice } from '../forms/Choice.tsx';
import { FormFrame } from '../forms/FormFrame.tsx';
import type { FormProps } from '../forms/form-props.ts';
import { Words } from '../forms/Words.tsx';
import { useDraft } from '../use-draft.ts';
import { leftWords, withoutWords } from './change-words.ts';

export type Replaces = NonNullable<TaskDetail['replaces']>;

interface Draft {
  who: 'somebody' | 'nobody';
  person: string | null;
  why: string;
}

const beginFrom = ({ proposed, note }: Replaces): Draft => ({
  who: proposed === null && note !== null ? 'nobody' : 'somebody',
  person: proposed?.id ?? null,
  why: note ?? '',
});

function resultOf({ who, person, why }: Draft): JsonObject | string {
  if (who === 'somebody') return person ? { person } : t('Choose somebody.');
  return why.trim() === '' ? t('Say why nobody is asked instead.') : { nobody: why.trim() };
}

function Left({ replaces }: { replaces: Replaces }) {
  const { left, group } = replaces;
  return (
    <Alert color="gray" icon={<IconUserOff aria-hidden />} title={leftWords(group, left)}>
      {left?.reason && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('“{text}”', { text: left.reason })}
        </Text>
      )}
    </Alert>
  );
}

export function InsteadForm({ replaces, ...props }: FormProps & { replaces: Replaces }) {
  const { task } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => beginFrom(replaces));
  const agrees = replaces.step === 'agreeing';
  return (
    <FormFrame
      {...props}
      {...kept}
      title={agrees ? t('Who is asked instead') : t('Whom you propose instead')}
      verb={agrees ? t('Agree') : t('Propose')}
      done={agrees ? t('Agreed') : t('Proposed')}
      then={
        agrees
          ? t('Whoever you name is asked with a task of their own, like the others.')
          : t('Your manager looks at it before anybody is asked.')
      }
      toResult={() => resultOf(draft)}
    >
      <Left replaces={replaces} />
      <Choice
        label={t('Instead')}
        value={draft.who}
        onChange={(who) => change({ who })}
        options={[
          { value: 'somebody', label: t('Somebody else is asked') },
          { value: 'nobody', label: t('Nobody can be found'), about: withoutWords(replaces.asked) },
        ]}
      />
      {draft.who === 'somebody' ? (
        <PersonSelect
          label={t('Who')}
          description={t('Somebody who sees the work and is not asked yet')}
          value={draft.person}
          onChange={(person) => change({ person })}
        />
      ) : (
        <Words label={t('Why')} value={draft.why} onChange={(why) => change({ why })} />
      )}
    </FormFrame>
  );
}
