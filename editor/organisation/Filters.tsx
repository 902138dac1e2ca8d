// What of the organisation is shown, and how: the address keeps it.
import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch, IconUserOff } from '@tabler/icons-react';
import { DateField } from '../app/parts/DateField.tsx';
import { longest } from '../app/search-params.ts';
import { t } from '../language/index.ts';

export interface Looked {
  q?: string | undefined;
  asOf?: string | undefined;
  /** `vacant`: only posts without a holder. */
  show?: string | undefined;
  view?: string | undefined;
  /** `table` or `chart`; without it the tree. */
  look?: string | undefined;
  /** Of the table. */
  sort?: string | undefined;
}

// On a telephone the controls end where the tree below them ends.
const wide = { base: '100%', xs: 'auto' };
const grown = { base: '1 1 auto', xs: 'none' };

export function Filters({
  looked,
  vacant,
  onChange,
}: {
  looked: Looked;
  vacant: number;
  onChange: (patch: Looked) => void;
}) {
  const { q = '', asOf, show, view, look } = looked;
  return (
    <Group mb="md" gap="sm" align="flex-end">
      <TextInput
        w={{ base: '100%', xs: 200 }}
        size="sm"
        placeholder={t('Search components')}
        aria-label={t('Search components')}
        maxLength={longest}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={q}
        onChange={(event) => onChange({ q: event.currentTarget.value || undefined })}
      />
      <SegmentedControl
        w={wide}
        aria-label={t('How the organisation is drawn')}
        value={look === 'table' || look === 'chart' ? look : 'tree'}
        onChange={(next) => onChange({ look: next === 'tree' ? undefined : next })}
        data={[
          { value: 'tree', label: t('Tree') },
          { value: 'table', label: t('Table') },
          { value: 'chart', label: t('Chart') },
        ]}
      />
      {!asOf && look !== 'table' && (
        <SegmentedControl
          w={wide}
          aria-label={t('What the tree shows')}
          value={view === 'people' ? 'people' : 'standing'}
          onChange={(next) => onChange({ view: next === 'people' ? next : undefined })}
          data={[
            { value: 'standing', label: t('How it stands') },
            { value: 'people', label: t('Who answers') },
          ]}
        />
      )}
      <Button
        flex={grown}
        variant={show === 'vacant' ? 'light' : 'default'}
        aria-pressed={show === 'vacant'}
        disabled={vacant === 0 && show !== 'vacant'}
        leftSection={<IconUserOff size={16} aria-hidden />}
        onClick={() => onChange({ show: show === 'vacant' ? undefined : 'vacant' })}
      >
        {t('Vacant posts: {count}', { count: vacant })}
      </Button>
      <DateField
        w={{ base: 'auto', xs: 170 }}
        flex={grown}
        label={t('As of')}
        clearable
        none={t('Today')}
        value={asOf ?? ''}
        onChange={(day) => onChange({ asOf: day || undefined })}
      />
    </Group>
  );
}
