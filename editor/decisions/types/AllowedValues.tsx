// The values that a type allows: of texts each as itself, of anything else as tests.
import { Button, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { Applied } from '../../document/command.ts';
import { t } from '../../language/index.ts';
import { useEditing } from '../../panels/editing.ts';
import { problemsAt } from '../../panels/field-problems.ts';
import { TextField } from '../../panels/TextField.tsx';
import { allowedFrom, textsOf } from './type-shape.ts';

interface Props {
  place: string;
  allowed: string | undefined;
  isText: boolean;
  apply(allowed: string | undefined, burst?: string): Applied;
}

export function AllowedValues({ place, allowed, isText, apply }: Props) {
  const { readOnly, problems } = useEditing();
  const [asTests, setAsTests] = useState(false);
  const texts = isText ? textsOf(allowed) : null;
  const switching = texts && !readOnly && (
    <Button size="compact-xs" variant="subtle" onClick={() => setAsTests(!asTests)}>
      {asTests ? t('List the values instead') : t('Write tests instead')}
    </Button>
  );
  return (
    <div>
      {texts && !asTests ? (
        <TagsInput
          size="sm"
          label={t('Allowed values')}
          data-pointer={place}
          placeholder={texts.length === 0 ? t('Any text; or type a value and Enter') : ''}
          value={texts}
          // There is nothing to choose from, and Escape is for the dialog.
          dropdownOpened={false}
          readOnly={readOnly}
          error={problemsAt(problems, place)}
          onChange={(next) => apply(allowedFrom(next))}
        />
      ) : (
        <TextField
          label={t('Allowed values')}
          place={place}
          value={allowed ?? ''}
          hint={t('Tests such as [0..120], or values such as "a", "b"')}
          mono
          apply={(text, burst) => apply(text.trim() === '' ? undefined : text, burst)}
        />
      )}
      {switching}
    </div>
  );
}
