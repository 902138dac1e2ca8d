// The number of a bar's part, with its outcome's shape before it; it stands inside the part, or not at all.
import type { LabelProps } from 'recharts';
import { OutcomeShape } from '../theme/OutcomeShape.tsx';
import type { OutcomeOrNone } from '../theme/theme.ts';

export interface BarPart {
  /** The key of its value in each line. */
  name: string;
  words: string;
  color: string;
  /** Its shape stands before the number, so that the part is known without its colour. */
  outcome?: OutcomeOrNone;
}

const charWidth = 7.4;
const shapeRoom = 16;
const inset = 8;
const ground = 'var(--cw-surface)';

export function partLabel({ outcome }: BarPart, format: (value: number) => string) {
  return ({ x, y, width, height, value }: LabelProps) => {
    const words = typeof value === 'number' && value > 0 ? format(value) : '';
    const textWidth = words.length * charWidth;
    const room = textWidth + (outcome ? shapeRoom : 0) + inset * 2;
    if (words === '' || Number(width) < room) return null;
    const right = Number(x) + Number(width) - inset;
    const middle = Number(y) + Number(height) / 2;
    return (
      <g>
        {outcome && (
          <g transform={`translate(${right - textWidth - shapeRoom} ${middle - 6})`}>
            <OutcomeShape outcome={outcome} color={ground} />
          </g>
        )}
        <text
          x={right}
          y={middle}
          textAnchor="end"
          dominantBaseline="central"
          fill={ground}
          fontSize={12}
          fontWeight={600}
        >
          {words}
        </text>
      </g>
    );
  };
}
