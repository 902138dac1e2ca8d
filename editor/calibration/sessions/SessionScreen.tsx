// One calibration session: what it is about and who sits in it, its ratings side by side while it is held, and its result.
import { Badge, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { sessionQuery } from '../../app/api/calibration-queries.ts';
import { cyclesQuery } from '../../app/api/cycle-queries.ts';
import { post } from '../../app/api/request.ts';
import type { CalibrationSessionDetail } from '../../app/api/wire.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { toldFailure } from '../../app/parts/told.ts';
import { useCrumb } from '../../app/shell/crumbs.tsx';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { EmptyState } from '../../theme/EmptyState.tsx';
import { PageTitle } from '../../theme/PageTitle.tsx';
import { Board } from '../Board.tsx';
import { toShow } from '../lines.ts';
import { SessionDialog } from './SessionDialog.tsx';
import { SessionResult } from './SessionResult.tsx';
import { partWords, peopleWords, stateColors, stateWords } from './session-words.ts';

const route = getRouteApi('/signed-in/calibrations/$sessionId');

const titleId = 'session-title';

function Acts({ session }: { session: CalibrationSessionDetail }) {
  const [changing, dialog] = useDisclosure(false);
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: (state: 'held' | 'closed') =>
      post(`/calibration-sessions/${encodeURIComponent(session.id)}/state`, { state }),
    onError: toldFailure,
    // The button that was pressed is another or gone, and the focus with it.
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['launches'] });
      if (document.activeElement === document.body) document.getElementById(titleId)?.focus();
    },
  });
  const next = session.state === 'planned' ? 'held' : 'closed';
  return (
    <>
      {session.mayChange && (
        <Button variant="default" onClick={dialog.open}>
          {t('Change')}
        </Button>
      )}
      {session.mayMove && (
        <Button
          variant={next === 'held' ? 'filled' : 'default'}
          loading={move.isPending}
          onClick={() => move.mutate(next)}
        >
          {next === 'held' ? t('Begin the session') : t('Close the session')}
        </Button>
      )}
      {changing && <SessionDialog session={session} onClose={dialog.close} />}
    </>
  );
}

function useFilters() {
  const { show, person } = route.useSearch();
  const navigate = useNavigate();
  const set = (patch: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...patch }), replace: true });
  return { show: toShow(show), person, set };
}

function Body({ session }: { session: CalibrationSessionDetail }) {
  const filters = useFilters();
  const { table, state } = session;
  if (!table)
    return (
      <EmptyState title={state === 'planned' ? t('It has not begun yet') : t('It is closed')}>
        {t('You see its ratings while it is held.')}
      </EmptyState>
    );
  if (table.tooMany)
    return (
      <EmptyState title={t('There are too many ratings to compare at one table.')}>
        {t('Plan a session for each group of the launch.')}
      </EmptyState>
    );
  if (table.lines.length === 0)
    return (
      <EmptyState title={t('There is nobody to compare here')}>
        {t('Your own rating is never among those that you calibrate.')}
      </EmptyState>
    );
  return (
    <>
      <SessionResult session={session} />
      <Board calibration={table} filters={filters} />
    </>
  );
}

export function SessionScreen() {
  const { sessionId } = route.useParams();
  const query = useQuery(sessionQuery(sessionId));
  const cycles = useQuery(cyclesQuery).data ?? [];
  const cycleId = query.data?.cycleId;
  const cycleName = cycles.find(({ id }) => id === cycleId)?.name ?? cycleId ?? '';
  useCrumb(query.data?.name ?? '');
  return (
    <Loaded query={query} what="session">
      {(session) => (
        <>
          <PageTitle
            title={
              <Group component="span" gap="sm" display="inline-flex" id={titleId} tabIndex={-1}>
                {session.name}
                <Badge variant="light" color={stateColors[session.state]} tt="none">
                  {stateWords[session.state]}
                </Badge>
              </Group>
            }
            about={`${shortDate(session.heldOn)} · ${cycleName} · ${partWords(session)} · ${peopleWords(session)}`}
            actions={<Acts session={session} />}
          />
          <Body session={session} />
        </>
      )}
    </Loaded>
  );
}
