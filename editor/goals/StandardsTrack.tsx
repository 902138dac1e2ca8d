// The standard drawn as a line from worse to better, with its marks and the value's marker.
import { Group, Text } from '@mantine/core';
import type { Measure } from '../../engine/index.ts';
import { t } from '../language/index.ts';
import { outcomeStyle } from '../theme/theme.ts';
import classes from './goals.module.css';
import { standardUnit, standardWords, trackOf, withUnit } from './track-of.ts';

interface Props {
  measure: Pick<Measure, 'standards' | 'direction' | 'unit'> & Partial<Pick<Measure, 'kind'>>;
  value: unknown;
}

const lineHeight = 30;
const percent = (at: number): string => `${(at * 100).toFixed(2)}%`;
/** At an end, all of the marker is on the line. */
const inside = (at: number): string => `clamp(9px, ${percent(at)}, calc(100% - 9px))`;
/** As many names as stand beside each other on a telephone, each in lines of its own. */
const besideEachOther = 3;

function edgeOf(place: number, count: number): 'left' | 'center' | 'right' {
  if (place === 0) return 'left';
  return place === count - 1 ? 'right' : 'center';
}

export function StandardsTrack({ measure, value }: Props) {
  const track = trackOf(measure, value);
  if (!track) return null;
  const said = `${standardWords(measure)} ${t('Now: {value}.', { value: withUnit(value ?? null, measure.unit) })}`;
  return (
    <div role="img" aria-label={said}>
      <div className={classes.track} style={{ height: lineHeight }}>
        <div className={classes.line}>
          {track.zones.map((zone) => (
            <div
              key={`${zone.outcome} ${zone.from}`}
              className={classes.zone}
              style={{
                left: percent(zone.from),
                width: percent(zone.to - zone.from),
                background: `color-mix(in srgb, ${outcomeStyle[zone.outcome].color} 45%, var(--cw-surface))`,
              }}
            />
          ))}
        </div>
        {track.marks.map((mark) => (
          <div key={mark.name} className={classes.mark} style={{ left: percent(mark.at) }} />
        ))}
        {track.value !== null && <div className={classes.value} style={{ left: inside(track.value) }} />}
      </div>
      {/* In the order of the marks, so that names of marks that are close never cover each other. */}
      <Group
        justify="space-between"
        align="flex-start"
        gap="xs"
        wrap={track.marks.length > besideEachOther ? 'wrap' : 'nowrap'}
      >
        {track.marks
          .toSorted((a, b) => a.at - b.at)
          .map((mark, place, marks) => (
            <Text key={mark.name} fz={11} c="var(--cw-muted)" ta={edgeOf(place, marks.length)}>
              {mark.name}{' '}
              <span className={classes.figure}>{withUnit(mark.value, standardUnit(measure))}</span>
            </Text>
          ))}
      </Group>
    </div>
  );
}
