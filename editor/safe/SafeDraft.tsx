// What a designer is told about the safety of the draft: work that was brought back, and what somebody else saved.
import { notifications } from '@mantine/notifications';
import { Suspense, useEffect } from 'react';
import { latePart } from '../app/parts/late-part.tsx';
import { told } from '../app/parts/told.ts';
import { clockTime } from '../app/words/due.ts';
import { t } from '../language/index.ts';
import type { DraftSession, SessionState } from './draft-session.ts';
import { MoreLeft } from './MoreLeft.tsx';
import { tagOf, useOthersSaves } from './use-others-saves.ts';

const ConflictDialog = latePart(async () => (await import('./ConflictDialog.tsx')).ConflictDialog, {
  told: 'over',
});

interface Props {
  session: DraftSession;
  state: SessionState;
}

export function SafeDraft({ session, state }: Props) {
  const { restoredFrom } = session;
  useEffect(() => {
    if (restoredFrom !== null)
      told(
        t('Your changes of {time} were not saved. They are back, with undo.', {
          time: clockTime(restoredFrom),
        }),
        t('Your work is back'),
      );
  }, [restoredFrom]);
  useMoreLeft(session, state.save.kind === 'saved');
  const last = useOthersSaves(session, state, state.base.id);
  const { base, theirs, save } = state;
  if (save.kind !== 'conflict' || !theirs?.document) return null;
  return (
    <Suspense fallback={null}>
      <ConflictDialog
        key={theirs.etag}
        session={session}
        base={base}
        document={theirs.document}
        etag={theirs.etag}
        who={last && tagOf(last) === theirs.etag ? last.by.name : t('Somebody else')}
      />
    </Suspense>
  );
}

/** Each opening brings back one; the others are offered when that one is safe. */
function useMoreLeft({ alsoFrom, flush }: DraftSession, isSaved: boolean): void {
  const isOffered = alsoFrom !== null && isSaved;
  useEffect(() => {
    if (!isOffered) return;
    const bring = () => void flush().then(() => window.location.reload());
    const message = <MoreLeft drawnAt={alsoFrom} onBring={bring} />;
    const id = notifications.show({ title: t('There is more to bring back'), message, autoClose: false });
    return () => void notifications.hide(id);
  }, [isOffered, alsoFrom, flush]);
}
