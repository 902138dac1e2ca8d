// Starts a cycle for many components at once: which cycle, for whom, over which days.
import { Alert, Button, Group, MultiSelect, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type Component, componentKinds } from '../../engine/index.ts';
import { cyclesQuery, cycleVersionsQuery } from '../app/api/cycle-queries.ts';
import { componentsQuery } from '../app/api/organisation-queries.ts';
import { post } from '../app/api/request.ts';
import type { Launch, NewLaunch } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { nowInstant, plural } from '../app/words/due.ts';
import { kindWords } from '../organisation/ComponentDialog.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { type LaunchValues, selected, toNewLaunch } from './new-launch.ts';

const route = getRouteApi('/signed-in/launches/new');
const kinds = componentKinds.map((value) => ({ value, label: kindWords[value] }));
const noComponents: Component[] = [];

const quarterOf = (today: string) => {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3;
  const year = Number(today.slice(0, 4));
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { start: iso(Date.UTC(year, month, 1)), end: iso(Date.UTC(year, month + 3, 0)) };
};

function useStart() {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (launch: NewLaunch) => post<Launch>('/launches', launch),
    onSuccess: ({ id }) => navigate({ to: '/launches/$launchId', params: { launchId: id } }),
  });
}

export function NewLaunchScreen() {
  const { cycle, under } = route.useSearch();
  const cycles = (useQuery(cyclesQuery).data ?? []).filter(({ latestVersion }) => latestVersion !== null);
  const components = useQuery(componentsQuery).data ?? noComponents;
  const start = useStart();
  const period = quarterOf(nowInstant());
  useCrumb('New launch');
  const form = useForm<LaunchValues>({
    initialValues: {
      cycleId: cycle ?? '',
      version: '',
      choose: 'selector',
      under: under ?? '',
      kinds: [],
      componentIds: [],
      start: period.start,
      end: period.end,
    },
    validate: {
      cycleId: (value) => (value === '' ? 'Choose the cycle.' : null),
      end: (value, { start: first }) => (value < first ? 'The period ends before it starts.' : null),
    },
  });
  const { values } = form;
  const versions =
    useQuery({ ...cycleVersionsQuery(values.cycleId), enabled: values.cycleId !== '' }).data ?? [];
  const chosen = selected(components, values);
  const names = components.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack maw={640}>
      <PageTitle
        title="Launch a cycle"
        about="Each chosen component gets a plan of its own; its first tasks open at once, and the people who have them are told."
      />
      <form
        onSubmit={form.onSubmit((given) =>
          start.mutate(toNewLaunch(given), { onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
        noValidate
      >
        <Stack>
          {start.isError && <Failure error={start.error} />}
          {cycles.length === 0 && (
            <Alert color="gray" title="No cycle is published yet">
              Publish one on the cycles page first; a launch always uses a published version.
            </Alert>
          )}
          <Group grow align="flex-start">
            <Select
              label="Cycle"
              allowDeselect={false}
              data={cycles.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('cycleId')}
            />
            <Select
              label="Version"
              placeholder="The latest"
              clearable
              data={versions.map(({ version, note }) => ({
                value: String(version),
                label: `Version ${version}${note ? `: ${note}` : ''}`,
              }))}
              {...form.getInputProps('version')}
            />
          </Group>
          <Radio.Group label="For which components" {...form.getInputProps('choose')}>
            <Group mt={6}>
              <Radio value="selector" label="By place and kind" />
              <Radio value="pick" label="One by one" />
            </Group>
          </Radio.Group>
          {values.choose === 'selector' ? (
            <Group grow align="flex-start">
              <Select
                label="At or below"
                placeholder="The whole organisation"
                clearable
                searchable
                limit={60}
                data={names}
                {...form.getInputProps('under')}
              />
              <MultiSelect
                label="Kinds"
                placeholder={values.kinds.length === 0 ? 'Every kind' : undefined}
                data={kinds}
                {...form.getInputProps('kinds')}
              />
            </Group>
          ) : (
            <MultiSelect
              label="Components"
              searchable
              limit={60}
              data={names}
              {...form.getInputProps('componentIds')}
            />
          )}
          <Group grow align="flex-start">
            <TextInput type="date" label="Period from" {...form.getInputProps('start')} />
            <TextInput type="date" label="to" {...form.getInputProps('end')} />
          </Group>
          <Group justify="space-between">
            <Text size="sm" c="var(--cw-muted)" aria-live="polite">
              {plural(chosen.length, 'component')}
              {chosen.length > 0 &&
                `: ${chosen
                  .slice(0, 3)
                  .map(({ name }) => name)
                  .join(', ')}${chosen.length > 3 ? '…' : ''}`}
            </Text>
            <Button type="submit" disabled={chosen.length === 0} loading={start.isPending}>
              Launch {plural(chosen.length, 'plan')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}
