// Whatever the canvas asks the designer: pickers, the confirmation before a container goes, the shortcuts.
import { Suspense, useEffect, useRef } from 'react';
import { latePart } from '../../app/parts/late-part.tsx';
import type { Found } from '../../document/search-cycle.ts';
import type { CanvasActs, Question } from '../acts/canvas-acts.ts';
import { SearchBar } from '../search/SearchBar.tsx';
import { Pickers } from './Pickers.tsx';
import type { Builder } from './use-builder.ts';

const RemoveDialog = latePart(async () => (await import('./RemoveDialog.tsx')).RemoveDialog, {
  told: 'over',
});
const ShortcutSheet = latePart(async () => (await import('./ShortcutSheet.tsx')).ShortcutSheet, {
  told: 'over',
});

interface Props {
  question: Question | null;
  acts: CanvasActs;
  builder: Builder;
}

export function Questions({ question, acts, builder }: Props) {
  const asked = question?.kind === 'remove' ? question.stages : null;
  const mustConfirm = asked !== null && builder.needsConfirmation(asked);
  useEffect(() => {
    if (asked === null || mustConfirm) return;
    acts.ask(null);
    builder.remove(asked);
  });
  useFocusAfterRename(question, builder);
  const close = () => acts.ask(null);
  if (asked !== null && mustConfirm) {
    const confirm = () => {
      close();
      builder.remove(asked);
    };
    return (
      <Suspense fallback={null}>
        <RemoveDialog names={asked.map(builder.named)} onConfirm={confirm} onClose={close} />
      </Suspense>
    );
  }
  if (question?.kind === 'search') {
    const leave = (found: Found | undefined) => {
      close();
      builder.focusFound(found);
    };
    return <SearchBar onShow={builder.revealFound} onClose={leave} />;
  }
  if (question?.kind === 'shortcuts')
    return (
      <Suspense fallback={null}>
        <ShortcutSheet onClose={close} />
      </Suspense>
    );
  return <Pickers question={question} acts={acts} builder={builder} />;
}

/** The name's field goes away, so the stage itself takes the focus back, unless it went elsewhere. */
function useFocusAfterRename(question: Question | null, builder: Builder): void {
  const renamed = useRef<string | null>(null);
  useEffect(() => {
    const before = renamed.current;
    renamed.current = question?.kind === 'rename' ? question.stage : null;
    if (before !== null && question === null && document.activeElement?.matches('body, [data-rename]'))
      builder.focus(before);
  }, [question, builder]);
}
