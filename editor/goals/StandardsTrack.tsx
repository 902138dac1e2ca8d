// The standard drawn as a line from worse to better, with its marks and the value's marker.
import type { Measure } from '../../engine/index.ts';
import { outcomeStyle } from '../theme/theme.ts';
import classes from './goals.module.css';
import { standardWords, trackOf, withUnit } from './track-of.ts';

interface Props {
  measure: Pick<Measure, 'standards' | 'direction' | 'unit'>;
  value: unknown;
}

const percent = (at: number): string => `${(at * 100).toFixed(2)}%`;
const edgeOf = (at: number): 'start' | 'end' | undefined =>
  at < 0.15 ? 'start' : at > 0.85 ? 'end' : undefined;

export function StandardsTrack({ measure, value }: Props) {
  const track = trackOf(measure, value);
  if (!track) return null;
  const said = `${standardWords(measure)} Now: ${withUnit(value ?? null, measure.unit)}.`;
  return (
    <div className={classes.track} role="img" aria-label={said}>
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
        <div key={mark.name}>
          <div className={classes.mark} style={{ left: percent(mark.at) }} />
          <div className={classes.name} data-edge={edgeOf(mark.at)} style={{ left: percent(mark.at) }}>
            {mark.name} {withUnit(mark.value, measure.unit)}
          </div>
        </div>
      ))}
      {track.value !== null && <div className={classes.value} style={{ left: percent(track.value) }} />}
    </div>
  );
}
