// The shape of an outcome, readable without its colour. Decorative: its words stand beside it.
import { type OutcomeOrNone, outcomeStyle } from './theme.ts';

const shapes: Record<OutcomeOrNone, React.ReactNode> = {
  below: <path d="M1 2.5h10L6 10.5z" fill="currentColor" />,
  meets: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  exceeds: <path d="M1 9.5h10L6 1.5z" fill="currentColor" />,
  'not-scored': (
    <circle
      cx="6"
      cy="6"
      r="4.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.4 2"
    />
  ),
};

interface Props {
  outcome: OutcomeOrNone;
  size?: number;
  /** On a ground in the outcome's own colour. */
  color?: string;
}

export function OutcomeShape({ outcome, size = 12, color = outcomeStyle[outcome].color }: Props) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" style={{ color, flex: 'none' }}>
      {shapes[outcome]}
    </svg>
  );
}
