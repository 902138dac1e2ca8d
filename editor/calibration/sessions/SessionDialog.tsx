// Planning a calibration session, or changing how one is planned: its name, day, part of a launch, and people.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { calibrationQuery } from '../../app/api/calibration-queries.ts';
import { cyclesQuery } from '../../app/api/cycle-queries.ts';
import { launchesQuery } from '../../app/api/plan-queries.ts';
import { patch, post } from '../../app/api/request.ts';
import type { CalibrationSession, CalibrationSessionDetail } from '../../app/api/wire.ts';
import { DateField } from '../../app/parts/DateField.tsx';
import { Failure } from '../../app/parts/Failure.tsx';
import { PeopleSelect } from '../../app/parts/PeopleSelect.tsx';
import { PersonSelect } from '../../app/parts/PersonSelect.tsx';
import { told } from '../../app/parts/told.ts';
import { useMe } from '../../app/parts/use-permissions.ts';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { Dialog } from '../../theme/Dialog.tsx';

interface Props {
  /** Absent: a new one. */
  session?: CalibrationSession;
  launchId?: string | undefined;
  onClose: () => void;
  onDone?: (id: string) => void;
}

const noGroups: never[] = [];

function useChoices(launchId: string | null) {
  const launches = useQuery(launchesQuery).data ?? [];
  const cycles = new Map(useQuery(cyclesQuery).data?.map(({ id, name }) => [id, name]));
  const table = useQuery({ ...calibrationQuery(launchId ?? ''), enabled: launchId !== null });
  return {
    launches: launches.map(({ id, cycleId, period, createdAt }) => ({
      value: id,
      label: `${cycles.get(cycleId) ?? cycleId} · ${shortDate(period.start)} – ${shortDate(period.end)} · ${shortDate(createdAt)}`,
    })),
    groups: table.data?.groups ?? noGroups,
  };
}

const begin = ({ session, launchId }: Props, me: string) => ({
  name: session?.name ?? '',
  heldOn: session?.heldOn ?? '',
  launchId: session?.launchId ?? launchId ?? null,
  groupId: session?.group?.id ?? null,
  facilitatorId: session?.facilitator.id ?? me,
  memberIds: session?.members.map(({ id }) => id) ?? [],
});
type Draft = ReturnType<typeof begin>;

/** What is missing, at its field. */
const whatIsMissing = ({ name, heldOn, launchId, facilitatorId }: Draft) => ({
  ...(name.trim() === '' && { name: t('Give the session a name.') }),
  ...(heldOn === '' && { heldOn: t('Choose the day.') }),
  ...(launchId === null && { launchId: t('Choose the launch whose ratings are discussed.') }),
  ...(facilitatorId === '' && { facilitatorId: t('Choose who leads it.') }),
});

function useSave({ session, onClose, onDone }: Props) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ launchId, groupId, ...planned }: Draft) =>
      session
        ? patch<CalibrationSessionDetail>(`/calibration-sessions/${encodeURIComponent(session.id)}`, planned)
        : post<CalibrationSessionDetail>('/calibration-sessions', {
            ...planned,
            launchId,
            ...(groupId ? { groupId } : {}),
          }),
    onSuccess: async ({ id, name }) => {
      onClose();
      told(session ? t('“{name}” is changed.', { name }) : t('“{name}” is planned.', { name }));
      await client.invalidateQueries({ queryKey: ['launches'] });
      onDone?.(id);
    },
  });
}

export function SessionDialog(props: Props) {
  const { session, onClose } = props;
  const me = useMe().id;
  const [draft, setDraft] = useState(() => begin(props, me));
  const [isTried, setTried] = useState(false);
  const { launches, groups } = useChoices(draft.launchId);
  const save = useSave(props);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(whatIsMissing(draft)).length === 0) save.mutate(draft);
  };
  const missing: ReturnType<typeof whatIsMissing> = isTried ? whatIsMissing(draft) : {};
  const title = session ? t('Change the session') : t('Plan a session');
  return (
    <Dialog opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('Close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('Name')}
            placeholder={t('Such as: Buildings, spring')}
            data-autofocus
            value={draft.name}
            error={missing.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <DateField
            label={t('Day')}
            value={draft.heldOn}
            error={missing.heldOn}
            onChange={(heldOn) => change({ heldOn })}
          />
          <Select
            label={t('Launch')}
            disabled={session !== undefined}
            searchable
            data={launches}
            value={draft.launchId}
            error={missing.launchId}
            onChange={(launchId) => change({ launchId, groupId: null })}
          />
          <Select
            label={t('Whose ratings')}
            disabled={session !== undefined || draft.launchId === null}
            placeholder={t('All groups')}
            clearable
            searchable
            data={groups.map(({ id, name, count }) => ({ value: id, label: `${name} (${count})` }))}
            value={draft.groupId}
            onChange={(groupId) => change({ groupId })}
          />
          <PersonSelect
            label={t('Led by')}
            value={draft.facilitatorId}
            error={missing.facilitatorId}
            onChange={(facilitatorId) => change({ facilitatorId: facilitatorId ?? '' })}
          />
          <PeopleSelect
            label={t('Members')}
            description={t('While it is held they see these ratings, and never their own.')}
            value={draft.memberIds}
            atHand={[]}
            without={new Set([draft.facilitatorId])}
            onChange={(memberIds) => change({ memberIds })}
          />
          {save.isError && <Failure error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('Cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {session ? t('Save') : t('Plan session')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
