// Above the canvas: undo, redo, tidy, outline, help; how the draft is; the page's own acts.
import { ActionIcon, Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconInfoSquareRounded,
  IconKeyboard,
  IconListTree,
  IconPlayerPlay,
  IconWand,
} from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { t } from '../../language/index.ts';
import { Hint } from '../../theme/Hint.tsx';
import styles from './chrome.module.css';
import type { Rehearsing } from './use-rehearsing.ts';

/** What is longer, in letters, has something to say besides when it was saved. */
const longest = 16;

interface Props {
  /** What has keys only, and what the palette has, leaves its room to the rest. */
  isSmall: boolean;
  canUndo: boolean;
  canRedo: boolean;
  /** What is not there may not be done now. */
  readOnly: boolean;
  rehearsing: Rehearsing;
  outlined: boolean;
  onUndo(): void;
  onRedo(): void;
  onTidy(): void;
  onOutline(): void;
  onHelp(): void;
  /** Opens the inspector where it does not stand beside the canvas; null where it does. */
  onDetails: (() => void) | null;
  statusText: string;
  actions: ReactNode;
}

function TopBarView(props: Props) {
  const { readOnly, rehearsing, isSmall, statusText } = props;
  return (
    <div className={styles.top} role="toolbar" aria-label={t('Editing')}>
      {!readOnly && (
        <>
          <Tool
            label={t('Undo (Ctrl+Z)')}
            icon={<IconArrowBackUp size={18} />}
            onClick={props.onUndo}
            off={!props.canUndo}
          />
          <Tool
            label={t('Redo (Ctrl+Shift+Z)')}
            icon={<IconArrowForwardUp size={18} />}
            onClick={props.onRedo}
            off={!props.canRedo}
          />
          {!rehearsing.locked && !isSmall && (
            <Tool
              label={t('Tidy the layout (Shift+L)')}
              icon={<IconWand size={18} />}
              onClick={props.onTidy}
            />
          )}
        </>
      )}
      <Tool
        label={t('Outline')}
        icon={<IconListTree size={18} />}
        onClick={props.onOutline}
        pressed={props.outlined}
      />
      {!isSmall && (
        <Tool label={t('Shortcuts (?)')} icon={<IconKeyboard size={18} />} onClick={props.onHelp} />
      )}
      {props.onDetails && (
        <Tool label={t('Details')} icon={<IconInfoSquareRounded size={18} />} onClick={props.onDetails} />
      )}
      <output
        className={styles.status}
        aria-label={t('Saving')}
        title={statusText}
        data-long={statusText.length > longest || undefined}
      >
        {statusText}
      </output>
      {rehearsing.toggle && (
        <Button
          variant={rehearsing.tab !== null ? 'light' : 'default'}
          leftSection={<IconPlayerPlay size={16} />}
          aria-pressed={rehearsing.tab !== null}
          onClick={rehearsing.toggle}
        >
          {t('Rehearse')}
        </Button>
      )}
      {props.actions}
    </div>
  );
}

export const TopBar = memo(TopBarView);

interface ToolProps {
  label: string;
  icon: ReactNode;
  onClick(): void;
  off?: boolean;
  pressed?: boolean;
}

function Tool({ label, icon, onClick, off = false, pressed }: ToolProps) {
  return (
    <Hint label={label}>
      <ActionIcon size={32} aria-label={label} aria-pressed={pressed} disabled={off} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Hint>
  );
}
