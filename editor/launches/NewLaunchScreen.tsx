// Starts a cycle for many components at once: which cycle, for whom, over which days, with which variables.
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Cycle } from '../../engine/index.ts';
import { cyclesQuery, cycleVersionQuery, cycleVersionsQuery } from '../app/api/cycle-queries.ts';
import type { CycleSummary, CycleVersion } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { t, tAs } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { AnonymityChoice } from './AnonymityChoice.tsx';
import { BesideChoice } from './BesideChoice.tsx';
import { useBeside, useLaunchBeside } from './beside.ts';
import { ChooseComponents } from './ChooseComponents.tsx';
import { ChooseCycle } from './ChooseCycle.tsx';
import { ChoosePeriod } from './ChoosePeriod.tsx';
import { firstStages } from './first-stages.ts';
import { besideWords, plansToStart, whatHappens, whatIsMissing } from './launch-words.ts';
import classes from './launches.module.css';
import type { LaunchChoices } from './new-launch.ts';
import { usePeriod } from './use-period.ts';
import { useSelection } from './use-selection.ts';
import { VariableFields } from './VariableFields.tsx';

const route = getRouteApi('/signed-in/launches/new');
const noVersions: CycleVersion[] = [];
const whyId = 'what-a-launch-does';
const isPublished = ({ latestVersion }: CycleSummary): boolean => latestVersion !== null;

function useLaunchForm(cycles: CycleSummary[]) {
  const { cycle, under } = route.useSearch();
  const only = cycles.length === 1 ? cycles[0]?.id : undefined;
  return useForm<LaunchChoices>({
    initialValues: {
      cycleId: cycles.some(({ id }) => id === cycle) ? (cycle ?? '') : (only ?? ''),
      version: '',
      choose: 'selector',
      under: under ?? '',
      kinds: [],
      picked: [],
      again: false,
      anonymity: null,
      typed: null,
      later: 0,
      variables: {},
    },
    validate: ({ cycleId, typed }) => ({
      cycleId: cycleId === '' ? t('Choose the cycle.') : null,
      start: typed?.start === '' ? t('Give the first day.') : null,
      end: typed && typed.end < typed.start ? t('The period ends before it starts.') : null,
    }),
  });
}

/** The chosen version's drawing: where plans begin, and the variables that it sets. */
function useDrawing({ cycleId, version }: LaunchChoices, cycles: CycleSummary[]): Cycle | null {
  const chosen = Number(version) || cycles.find(({ id }) => id === cycleId)?.latestVersion || 0;
  const query = useQuery({ ...cycleVersionQuery(cycleId, chosen), enabled: cycleId !== '' && chosen > 0 });
  return query.data?.cycle ?? null;
}

function Variables({ form, drawing }: { form: UseFormReturnType<LaunchChoices>; drawing: Cycle }) {
  const own = drawing.variables ?? {};
  const count = Object.keys(own).length;
  const changed = Object.keys(form.values.variables).length;
  if (count === 0) return null;
  return (
    <details className={classes.fold}>
      <summary>
        {changed === 0
          ? t('{count, plural, one {# variable} other {# variables}}, as the cycle sets them', { count })
          : t('{count, plural, one {# variable} other {# variables}}, {changed} set for this launch', {
              count,
              changed,
            })}
      </summary>
      <VariableFields
        key={`${form.values.cycleId} ${form.values.version}`}
        own={own}
        changed={form.values.variables}
        onChange={(variables) => form.setFieldValue('variables', variables)}
      />
    </details>
  );
}

const Failures = ({ errors }: { errors: (Error | null)[] }) =>
  errors.flatMap((error) => (error ? [<Failure key={error.message} error={error} />] : []));

function LaunchForm({ cycles }: { cycles: CycleSummary[] }) {
  const form = useLaunchForm(cycles);
  const { values } = form;
  const beside = useBeside(values.cycleId);
  const launch = useLaunchBeside(beside);
  const versions = useQuery({ ...cycleVersionsQuery(values.cycleId), enabled: values.cycleId !== '' });
  const drawing = useDrawing(values, cycles);
  const { count, error } = useSelection(values);
  const active = cycles.find(({ id }) => id === values.cycleId)?.activePlans ?? 0;
  const missing = whatIsMissing({ cycleId: values.cycleId, count });
  const some = active > 0 && !values.again;
  const happens = drawing
    ? whatHappens(count ?? 0, firstStages(drawing), some)
    : t('The cycle is being read.');
  const period = usePeriod(values, drawing);
  const submit = ({ typed: _, later: __, ...given }: LaunchChoices) =>
    launch.mutate({ ...given, ...period }, { onError: (error) => form.setErrors(fieldErrors(error)) });
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <ChooseCycle form={form} cycles={cycles} versions={versions.data ?? noVersions} />
        <ChooseComponents form={form} />
        <ChoosePeriod form={form} cadence={drawing?.cadence} period={period} />
        {active > 0 && (
          <Checkbox
            label={t('Also where a plan of this cycle is under way')}
            description={besideWords({ active, again: values.again })}
            {...form.getInputProps('again', { type: 'checkbox' })}
          />
        )}
        {drawing && (
          <AnonymityChoice
            drawing={drawing}
            value={values.anonymity ?? null}
            onChange={(anonymity) => form.setFieldValue('anonymity', anonymity)}
          />
        )}
        {beside && (
          <BesideChoice
            beside={beside}
            checked={values.beside === true}
            onChange={(wanted) => form.setFieldValue('beside', wanted)}
          />
        )}
        {drawing && <Variables form={form} drawing={drawing} />}
        <Failures errors={[error, launch.error]} />
        <div className={classes.next}>
          <Group justify="space-between" gap="md">
            <Text size="sm" aria-live="polite" flex="1 1 260px" id={whyId}>
              {missing ?? happens}
            </Text>
            <Button
              type="submit"
              disabled={missing !== null || !(drawing || values.typed)}
              aria-describedby={whyId}
              loading={launch.isPending}
            >
              {missing === null
                ? t('Launch {plans}', { plans: plansToStart(count ?? 0, some) })
                : tAs('verb', 'Launch')}
            </Button>
          </Group>
        </div>
      </Stack>
    </form>
  );
}

export function NewLaunchScreen() {
  const cycles = useQuery(cyclesQuery);
  const may = useMay();
  useCrumb(t('New launch'));
  if (!may('launches.start'))
    return (
      <EmptyState title={t('You cannot launch a cycle')} icon={IconLock}>
        {t('Administrators and HR launch cycles. Ask one of them, or an administrator for the role.')}
      </EmptyState>
    );
  return (
    <Stack maw={720} gap={0}>
      <PageTitle
        title={t('Launch a cycle')}
        about={t(
          'Each chosen component gets a plan of its own, in the version that you choose. The period is what will be appraised.',
        )}
      />
      <Loaded query={cycles}>{(allCycles) => <LaunchForm cycles={allCycles.filter(isPublished)} />}</Loaded>
    </Stack>
  );
}
