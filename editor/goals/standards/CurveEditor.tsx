// The curve of a standard: its anchors are dragged or moved with the arrow keys, earlier periods stand behind it.
import { Button, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Measure } from '../../../engine/index.ts';
import { shortDate } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { standardUnit, withUnit } from '../track-of.ts';
import {
  type Anchor,
  anchorsOf,
  betterEnd,
  type Curved,
  domainOf,
  fromX,
  movedBy,
  pathOf,
  size,
  stepOf,
  toX,
  toY,
  withAnchor,
  within,
} from './curve-view.ts';
import type { Earlier } from './earlier-of.ts';
import styles from './standards.module.css';

interface Props {
  measure: Pick<Measure, 'unit' | 'direction' | 'kind'>;
  standards: Curved;
  earlier: Earlier[];
  onChange: (standards: Curved) => void;
}

const levels = [0, 100, 120];
/** Until the room is measured. */
const usualWidth = 560;

function History({ earlier, x, unit }: { earlier: Earlier[]; x: (value: number) => number; unit: string }) {
  const newest = earlier.length - 1;
  return earlier.map(({ until, value }, place) => (
    <line
      key={until}
      x1={x(value)}
      x2={x(value)}
      y1={toY(120)}
      y2={toY(0)}
      className={place === newest ? styles.now : styles.earlier}
    >
      <title>{t('{value} until {day}', { value: withUnit(value, unit), day: shortDate(until) })}</title>
    </line>
  ));
}

const isSame = (one: Curved, other: Curved): boolean => JSON.stringify(one) === JSON.stringify(other);

const isUndo = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z';

export function CurveEditor({ measure, standards, earlier, onChange }: Props) {
  const { direction } = measure;
  const unit = standardUnit(measure);
  const frame = useRef<SVGSVGElement>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [past, setPast] = useState<Curved[]>([]);
  const anchors = anchorsOf(standards);
  const values = [...anchors.map((anchor) => anchor.x), ...earlier.map(({ value }) => value)];
  const [kept, setKept] = useState(() => domainOf(values));
  const isInside = values.every((value) => value >= kept.low && value <= kept.high);
  // A picture that moved under the pointer could not be dragged on.
  const domain = held !== null || isInside ? kept : domainOf(values);
  const better = betterEnd(standards, direction);
  const { ref, width: measured } = useElementSize();
  const width = measured || usualWidth;
  const view = { ...domain, width };
  const x = (value: number) => toX(value, view);
  const step = stepOf(domain);
  const set = (key: string, value: number) => {
    const next = withAnchor(standards, key, within({ standards, direction, step }, key, value));
    if (!isSame(next, standards)) onChange(next);
  };
  const keepNow = () => setPast((before) => [...before, standards]);
  const undo = () => {
    const last = past.findLast((one) => !isSame(one, standards));
    if (!last) return;
    setPast(past.slice(0, past.lastIndexOf(last)));
    onChange(last);
  };
  const shown = anchors.find(({ key }) => key === (held ?? focused));
  const follow = (event: PointerEvent) => {
    const box = frame.current?.getBoundingClientRect();
    if (held === null || !box) return;
    set(held, fromX(event.clientX - box.left, view));
  };
  const begin = (key: string, event: PointerEvent<SVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setKept(domain);
    setHeld(key);
    keepNow();
  };
  const press = ({ key: name, x: at }: Anchor, event: KeyboardEvent) => {
    if (isUndo(event)) {
      event.preventDefault();
      event.stopPropagation();
      return undo();
    }
    const value = movedBy(event.key, at, step);
    if (value === undefined) return;
    event.preventDefault();
    keepNow();
    set(name, value);
  };
  return (
    <div ref={ref}>
      <svg ref={frame} viewBox={`0 0 ${width} ${size.height}`} className={styles.curve}>
        <title>{t('The curve of the standard')}</title>
        {levels.map((level) => (
          <g key={level}>
            <line
              x1={size.left}
              x2={width - size.right}
              y1={toY(level)}
              y2={toY(level)}
              className={styles.level}
            />
            <text x={size.left - 6} y={toY(level) + 4} className={styles.number}>
              {level}
            </text>
          </g>
        ))}
        <text x={size.left} y={size.height - 22} className={styles.end}>
          {withUnit(fromX(size.left, view), unit)}
        </text>
        <text x={width - size.right} y={size.height - 22} className={styles.number}>
          {withUnit(fromX(width - size.right, view), unit)}
        </text>
        {better && (
          <text
            x={better === 'left' ? size.left : width - size.right}
            y={size.height - 6}
            className={better === 'left' ? styles.end : styles.number}
          >
            {better === 'left' ? t('← better') : t('better →')}
          </text>
        )}
        <History earlier={earlier} x={x} unit={unit} />
        <polyline points={pathOf(standards, direction, view)} className={styles.path} />
        {anchors.map((anchor) => (
          <g
            key={anchor.key}
            role="slider"
            tabIndex={0}
            aria-label={anchor.name}
            aria-valuenow={anchor.x}
            aria-valuemin={domain.low}
            aria-valuemax={domain.high}
            aria-valuetext={withUnit(anchor.x, unit)}
            className={styles.anchor}
            onFocus={() => setFocused(anchor.key)}
            onBlur={() => setFocused(null)}
            onKeyDown={(event) => press(anchor, event)}
            onPointerDown={(event) => begin(anchor.key, event)}
            onPointerMove={follow}
            onPointerUp={() => setHeld(null)}
            onPointerCancel={() => setHeld(null)}
          >
            <circle cx={x(anchor.x)} cy={toY(anchor.score)} r={18} className={styles.reach} />
            <circle cx={x(anchor.x)} cy={toY(anchor.score)} r={7} className={styles.dot} />
          </g>
        ))}
      </svg>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mt={6} mih={24}>
        <Text size="xs" c="var(--cw-muted)">
          {shown ? `${shown.name}: ${withUnit(shown.x, unit)}. ` : ''}
          {earlier.length === 0
            ? t('Drag the points, or move them with the arrow keys.')
            : t(
                'Drag the points, or move them with the arrow keys. The lines behind are earlier periods, the thick one is the latest.',
              )}
        </Text>
        {past.some((one) => !isSame(one, standards)) && (
          <Button variant="subtle" size="compact-xs" flex="none" onClick={undo}>
            {t('Undo')}
          </Button>
        )}
      </Group>
    </div>
  );
}
