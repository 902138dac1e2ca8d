// Which column of an organisation's list holds what, with what stands in the first rows under each choice.
import { Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { componentKinds } from '../../engine/index.ts';
import type { OrganisationMapping } from '../app/api/wire.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { kindWords } from '../organisation/kind-words.ts';
import type { ChosenFile } from './chosen-file.ts';
import type { OrganisationColumn } from './guess-organisation.ts';
import { sampleWords } from './sample-words.ts';

interface Props {
  file: ChosenFile;
  mapping: OrganisationMapping;
  onChange: (mapping: OrganisationMapping) => void;
}

const fields: { key: OrganisationColumn; label: string; help?: string }[] = [
  { key: 'name', label: t('Name') },
  {
    key: 'id',
    label: t('Id'),
    help: t('Known again by it at the next import; without one the name has to be unique'),
  },
  {
    key: 'parent',
    label: t('Part of'),
    help: t('The id or the name of the component above; empty at the top'),
  },
  { key: 'kind', label: t('Kind') },
  { key: 'ownerName', label: t("Owner's name"), help: t('Empty: a vacant post') },
  {
    key: 'ownerEmail',
    label: t("Owner's e-mail"),
    help: t('People are known by it; who is not known yet is added'),
  },
  { key: 'managerEmail', label: t("Manager's e-mail") },
  { key: 'secondManagerEmail', label: t("Second manager's e-mail") },
  { key: 'zone', label: t('Time zone') },
  { key: 'holidayRegion', label: t('Public holidays') },
  { key: 'activeFrom', label: t('There from') },
  { key: 'activeTo', label: t('There until') },
];

export function OrganisationForm({ file, mapping, onChange }: Props) {
  const addsPeople = useMay()('people.change');
  const set = (key: OrganisationColumn, column: string | null) => {
    const { [key]: _, ...others } = mapping;
    onChange({ ...others, name: mapping.name, ...(column === null ? {} : { [key]: column }) });
  };
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {fields.map(({ key, label, help }) => (
          <div key={label}>
            <Select
              label={label}
              description={key === 'ownerEmail' && !addsPeople ? t('People are known by it') : help}
              placeholder={t('None')}
              data={file.columns}
              value={mapping[key] ?? null}
              clearable={key !== 'name'}
              allowDeselect={false}
              onChange={(column) => set(key, column)}
            />
            <Text size="xs" c="var(--cw-muted)" mt={2} truncate>
              {sampleWords(file, mapping[key])}
            </Text>
          </div>
        ))}
        <Select
          label={t('What a row without a kind is')}
          allowDeselect={false}
          data={componentKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
          value={mapping.defaultKind ?? 'team'}
          onChange={(kind) =>
            onChange({ ...mapping, defaultKind: componentKinds.find((one) => one === kind) })
          }
        />
      </SimpleGrid>
      <Text size="xs" c="var(--cw-muted)">
        {t('What no column says stays as it is; an empty cell takes away what was there.')}
      </Text>
    </Stack>
  );
}
