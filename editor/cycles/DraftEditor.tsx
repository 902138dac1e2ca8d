// The draft on the canvas: checked while it is drawn, saved by itself, published on purpose.
import { Button, Skeleton } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { IconRocket, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useMemo, useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { cyclesQuery } from '../app/api/cycle-queries.ts';
import { latePart, useTried } from '../app/parts/late-part.tsx';
import { ButtonLink } from '../app/parts/links.tsx';
import { told } from '../app/parts/told.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import type { RehearseAt } from '../canvas/chrome/use-rehearsing.ts';
import { usePlaced } from '../canvas/tidy/use-placed.ts';
import { type Checked, useCheck } from '../check/use-check.ts';
import { DraftFiles } from '../interchange/DraftFiles.tsx';
import { t } from '../language/index.ts';
import type { DraftSession } from '../safe/draft-session.ts';
import { PresenceBar } from '../safe/PresenceBar.tsx';
import { SafeDraft } from '../safe/SafeDraft.tsx';
import { saveWords } from '../safe/save-words.ts';
import type { Tab } from '../safe/tab.ts';
import { useDraftSession } from '../safe/use-draft-session.ts';
import { useTab } from '../safe/use-tab.ts';
import classes from './cycles.module.css';
import { Versions } from './Versions.tsx';

const PublishDialog = latePart(async () => (await import('./PublishDialog.tsx')).PublishDialog, {
  told: 'over',
});
const CycleEditor = latePart(async () => (await import('../canvas/CycleEditor.tsx')).CycleEditor);

interface Props {
  rehearse: RehearseAt;
  cycle: Cycle;
  etag: string | null;
  readOnly: boolean;
}

export function DraftEditor(props: Props) {
  const [given] = useState(props.cycle);
  const placed = usePlaced(given);
  const tab = useTab();
  // While places are made for a cycle that came without; and drawn with it, so that nothing that waits for the drawing,
  // such as the check, comes before.
  const tried = useTried(CycleEditor);
  return placed && tab && tried ? (
    <PlacedDraft {...props} cycle={placed} tab={tab} />
  ) : (
    <Skeleton height="100%" />
  );
}

interface PublishProps {
  hasErrors: boolean;
  isChecking: boolean;
  onPress(): void;
}

/** While errors are in the way it says so when it is pressed: a touch and a key find no title. */
function PublishButton({ hasErrors, isChecking, onPress }: PublishProps) {
  const why = hasErrors ? t('Mend the errors first: they are listed with the problems') : undefined;
  return (
    <Button
      leftSection={<IconUpload size={16} />}
      onClick={why === undefined ? onPress : () => told(why)}
      disabled={isChecking && !hasErrors}
      aria-disabled={hasErrors || undefined}
      data-disabled={hasErrors || undefined}
      title={why}
    >
      {t('Publish…')}
    </Button>
  );
}

function PlacedDraft({ cycle: start, etag, readOnly, rehearse, tab }: Props & { tab: Tab }) {
  const [publishing, { open: publish, close }] = useDisclosure(false);
  const { session, state, cycle } = useDraftSession(start, etag, tab);
  const onLine = useNetwork().online;
  const cycles = useQuery(cyclesQuery).data;
  const cycleIds = useMemo(() => cycles?.map(({ id }) => id), [cycles]);
  const checked = useCheck(cycle, cycleIds);
  // The same while a letter is typed: the bar above the canvas is not made anew for it.
  const actions = useMemo(
    () => <Acts session={session} cycleId={start.id} checked={checked} onPublish={publish} />,
    [session, start.id, checked, publish],
  );
  return (
    <div className={classes.page}>
      <div className={classes.editor}>
        <Suspense fallback={<Skeleton height="100%" />}>
          <CycleEditor
            store={session.store}
            checked={checked}
            statusText={
              readOnly
                ? t('You may look at this cycle and not change it')
                : saveWords(state.save, state.keeping, onLine)
            }
            actions={actions}
            readOnly={readOnly}
            rehearse={rehearse}
          />
        </Suspense>
      </div>
      {publishing && (
        <Suspense fallback={null}>
          <PublishDialog cycleId={start.id} flush={session.flush} onClose={close} />
        </Suspense>
      )}
      <SafeDraft session={session} state={state} />
    </div>
  );
}

interface ActsProps {
  session: DraftSession;
  cycleId: string;
  checked: Checked;
  onPublish(): void;
}

/** What is done with the draft as a whole. */
function Acts({ session, cycleId, checked, onPublish }: ActsProps) {
  const may = useMay();
  const isPublished = useQuery(cyclesQuery).data?.some(
    ({ id, latestVersion }) => id === cycleId && latestVersion !== null,
  );
  const hasErrors = checked.problems.some(({ severity }) => severity === 'error');
  return (
    <>
      <PresenceBar store={session.store} />
      <DraftFiles />
      <Versions cycleId={cycleId} flush={session.flush} />
      {isPublished && may('launches.start') && (
        <ButtonLink
          to="/launches/new"
          search={{ cycle: cycleId }}
          variant="default"
          leftSection={<IconRocket size={16} />}
          visibleFrom="sm"
        >
          {t('Launch…')}
        </ButtonLink>
      )}
      {may('cycles.publish') && (
        <PublishButton hasErrors={hasErrors} isChecking={checked.state === 'checking'} onPress={onPublish} />
      )}
    </>
  );
}
