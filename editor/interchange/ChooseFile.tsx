// Choosing the file to read, and what came of it.
import { Alert, FileInput, Text } from '@mantine/core';
import { IconAlertTriangle, IconFile } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../language/index.ts';
import { Remarks } from './Remarks.tsx';
import type { ReadDocument } from './read-document.ts';

interface Props {
  label: string;
  description: string;
  accept: string;
  onRead(fileName: string, read: ReadDocument): void;
}

export function ChooseFile({ label, description, accept, onRead }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    if (!chosen) return;
    const [{ readDocument }, text] = await Promise.all([import('./read-document.ts'), chosen.text()]);
    onRead(chosen.name, readDocument(chosen.name, text));
  };
  return (
    <FileInput
      label={label}
      description={description}
      placeholder={t('Choose a file')}
      accept={accept}
      leftSection={<IconFile size={16} aria-hidden />}
      value={file}
      onChange={(chosen) => void choose(chosen)}
      data-autofocus
    />
  );
}

/** Why a file cannot be read. */
export function Refusal({ read, wanted }: { read: ReadDocument; wanted: ReadDocument['kind'] }) {
  if (read.kind === wanted) return null;
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('This file cannot be read')}
      role="alert"
    >
      {read.kind === 'refused' ? (
        <Remarks remarks={read.remarks} />
      ) : (
        <Text size="sm">
          {read.kind === 'cycle'
            ? t('It holds a cycle. Import it from the list of cycles.')
            : t(
                'It holds decision tables. Open the cycle that they belong to, and read them from its export menu.',
              )}
        </Text>
      )}
    </Alert>
  );
}
