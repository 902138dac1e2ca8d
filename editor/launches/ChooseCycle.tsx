// Which cycle is launched, in which published version.
import { Alert, Select, SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { CycleSummary, CycleVersion } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { t, tx } from '../language/index.ts';
import type { LaunchChoices } from './new-launch.ts';

interface Props {
  form: UseFormReturnType<LaunchChoices>;
  /** Those with a published version. */
  cycles: CycleSummary[];
  versions: CycleVersion[];
}

export function ChooseCycle({ form, cycles, versions }: Props) {
  if (cycles.length === 0)
    return (
      <Alert color="gray" title={t('No cycle is published yet')}>
        {tx(
          'A launch starts plans in a published version. <link>Publish one on the cycles page</link> first.',
          {
            link: (words) => <AnchorLink to="/cycles">{words}</AnchorLink>,
          },
        )}
      </Alert>
    );
  const choose = (id: string | null) => {
    form.setValues({ cycleId: id ?? '', version: '', variables: {} });
    form.clearFieldError('cycleId');
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t('Cycle')}
        placeholder={t('Choose a cycle')}
        allowDeselect={false}
        data={cycles.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('cycleId')}
        onChange={choose}
      />
      <Select
        label={t('Version')}
        placeholder={t('The latest')}
        clearable
        disabled={versions.length === 0}
        data={versions.map(({ version, note }) => ({
          value: String(version),
          label: note
            ? t('Version {version}: {note}', { version, note })
            : t('Version {version}', { version }),
        }))}
        {...form.getInputProps('version')}
        value={form.values.version || null}
        onChange={(version) => form.setValues({ version: version ?? '', variables: {} })}
      />
    </SimpleGrid>
  );
}
