// The draft on the canvas: checked while it is drawn, saved by itself, published on purpose.
import { Button, Skeleton } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { IconRocket, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import { type Cycle, checkCycle } from '../../engine/index.ts';
import { cyclesQuery } from '../app/api/cycle-queries.ts';
import { ButtonLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import type { RehearseAt } from '../canvas/chrome/use-rehearsing.ts';
import { DraftFiles } from '../interchange/DraftFiles.tsx';
import { PresenceBar } from '../safe/PresenceBar.tsx';
import { SafeDraft } from '../safe/SafeDraft.tsx';
import { saveWords } from '../safe/save-words.ts';
import { useDraftSession } from '../safe/use-draft-session.ts';
import classes from './cycles.module.css';
import { PublishDialog } from './PublishDialog.tsx';
import { Versions } from './Versions.tsx';

const CycleEditor = lazy(async () => ({ default: (await import('../canvas/CycleEditor.tsx')).CycleEditor }));

interface Props {
  rehearse: RehearseAt;
  cycle: Cycle;
  etag: string | null;
  readOnly: boolean;
}

export function DraftEditor({ cycle: start, etag, readOnly, rehearse }: Props) {
  const [publishing, dialog] = useDisclosure(false);
  const { session, state, cycle } = useDraftSession(start, etag);
  const may = useMay();
  const onLine = useNetwork().online;
  const cycles = useQuery(cyclesQuery).data;
  const published = cycles?.find(({ id }) => id === start.id)?.latestVersion ?? null;
  // Checking follows the drawing and never holds it up. The canvas runs the scenarios, once nothing changes.
  const settled = useDeferredValue(cycle);
  const problems = useMemo(
    () => checkCycle(settled, { scenarios: false, ...(cycles && { cycleIds: cycles.map(({ id }) => id) }) }),
    [settled, cycles],
  );
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const actions = (
    <>
      <PresenceBar cycle={cycle} />
      <DraftFiles />
      <Versions cycleId={start.id} flush={session.flush} />
      {published !== null && may('launches.start') && (
        <ButtonLink
          to="/launches/new"
          search={{ cycle: start.id }}
          variant="default"
          leftSection={<IconRocket size={16} />}
        >
          Launch…
        </ButtonLink>
      )}
      {may('cycles.publish') && (
        <Button
          leftSection={<IconUpload size={16} />}
          onClick={dialog.open}
          disabled={errors > 0}
          title={errors > 0 ? 'Mend the errors first: they are listed with the problems' : undefined}
        >
          Publish…
        </Button>
      )}
    </>
  );
  return (
    <div className={classes.page}>
      <div className={classes.editor}>
        <Suspense fallback={<Skeleton height="100%" />}>
          <CycleEditor
            store={session.store}
            problems={problems}
            statusText={
              readOnly
                ? 'You may look at this cycle and not change it'
                : saveWords(state.save, state.keeping, onLine)
            }
            actions={actions}
            readOnly={readOnly}
            rehearse={rehearse}
          />
        </Suspense>
      </div>
      {publishing && <PublishDialog cycleId={start.id} flush={session.flush} onClose={dialog.close} />}
      <SafeDraft session={session} state={state} />
    </div>
  );
}
