// What can be put on the canvas: press to add, or drag to where it belongs. Pointer events, so touch works too.
import { type PointerEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Point } from '../../document/command.ts';
import { t } from '../../language/index.ts';
import styles from './chrome.module.css';
import { PresetIcon } from './PresetIcon.tsx';
import { type StagePreset, stagePresets } from './stage-presets.ts';

interface Props {
  /** Where it was dropped in the window; null when it was pressed. */
  onAdd(preset: StagePreset, at: Point | null): void;
}

const dragThreshold = 6;

interface Drag {
  preset: StagePreset;
  from: Point;
  at: Point;
  moved: boolean;
}

export function Palette({ onAdd }: Props) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const dragged = useRef(false);
  const begin = (preset: StagePreset, event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = { x: event.clientX, y: event.clientY };
    dragged.current = false;
    setDrag({ preset, from, at: from, moved: false });
  };
  const move = (event: PointerEvent) => {
    if (!drag) return;
    const at = { x: event.clientX, y: event.clientY };
    const away = Math.hypot(at.x - drag.from.x, at.y - drag.from.y);
    if (away > dragThreshold) dragged.current = true;
    setDrag({ ...drag, at, moved: drag.moved || away > dragThreshold });
  };
  // Where it was let go, says the event itself: the last move may not be painted yet.
  const end = (event: PointerEvent) => {
    if (drag && dragged.current) onAdd(drag.preset, { x: event.clientX, y: event.clientY });
    setDrag(null);
  };
  return (
    <nav className={styles.palette} aria-label={t('Palette')}>
      {stagePresets.map((preset) => (
        <button
          key={preset.key}
          type="button"
          className={styles.item}
          aria-label={t('Add {label}', { label: preset.label })}
          title={t('Add {label}: press, or drag onto the canvas', { label: preset.label })}
          onPointerDown={(event) => begin(preset, event)}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={() => setDrag(null)}
          onClick={(event) => {
            // After a drag the browser sends a click as well.
            if (!dragged.current || event.detail === 0) onAdd(preset, null);
            dragged.current = false;
          }}
        >
          <PresetIcon preset={preset} />
          {preset.label}
        </button>
      ))}
      {drag?.moved &&
        createPortal(
          <div className={styles.ghost} style={{ left: drag.at.x, top: drag.at.y }}>
            <PresetIcon preset={drag.preset} />
            {drag.preset.label}
          </div>,
          document.body,
        )}
    </nav>
  );
}
