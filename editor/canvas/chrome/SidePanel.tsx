// The inspector beside the canvas, as wide as its grip was dragged; a sheet from below on a small screen.
import { Drawer } from '@mantine/core';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import styles from './chrome.module.css';

const narrowest = 300;
const widest = 640;
const usual = 360;

interface Props {
  isSmall: boolean;
  /** On a small screen only. */
  opened: boolean;
  onClose(): void;
  children: ReactNode;
}

const within = (width: number): number => Math.max(narrowest, Math.min(widest, width));

export function SidePanel({ isSmall, opened, onClose, children }: Props) {
  const [width, setWidth] = useState(usual);
  if (isSmall) {
    return (
      <Drawer
        opened={opened}
        onClose={onClose}
        position="bottom"
        size="70%"
        title="Details"
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
    <aside className={styles.panel} style={{ width }} aria-label="Details">
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged, a separator can. */}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label="Width of the inspector"
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
