// The inspector beside the canvas, as wide as its grip was dragged; a sheet from below on a small screen.
import { Drawer } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { t } from '../../language/index.ts';
import styles from './chrome.module.css';

const narrowest = 300;
const widest = 640;
const usual = 360;
/** What is tried out beside the canvas needs more room than what is filled in. */
const usualInline = 408;

interface Props {
  isSmall: boolean;
  children: ReactNode;
  label?: string;
  /** On a small screen it has its place under the canvas, and is not a sheet over it. */
  inline?: boolean;
  /** As a sheet only. */
  opened?: boolean;
  onClose?(): void;
}

const stay = () => undefined;

const within = (width: number): number => Math.max(narrowest, Math.min(widest, width));

export function SidePanel(props: Props) {
  const { isSmall, inline = false, opened = false, onClose = stay, label = t('Details'), children } = props;
  const [width, setWidth] = useState(inline ? usualInline : usual);
  if (isSmall && inline)
    return (
      <aside className={styles.under} aria-label={label}>
        {children}
      </aside>
    );
  if (isSmall) {
    return (
      <Drawer
        opened={opened}
        onClose={onClose}
        position="bottom"
        size="70%"
        title={label}
        padding={0}
        styles={{ header: { padding: '8px 16px', minHeight: 44 } }}
      >
        {children}
      </Drawer>
    );
  }
  const drag = (event: PointerEvent) => {
    if (event.buttons === 1) setWidth(within(width - event.movementX));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') setWidth(within(width + 16));
    if (event.key === 'ArrowRight') setWidth(within(width - 16));
  };
  return (
    <aside className={styles.panel} style={{ width }} aria-label={label}>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged, a separator can. */}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('Width of the {label}', { label: label.toLowerCase() })}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        aria-valuenow={width}
        className={styles.grip}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={press}
      />
      {children}
    </aside>
  );
}
