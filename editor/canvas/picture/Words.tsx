// A line of text in a picture, cut where its room ends.
import { useContext } from 'react';
import { type Font, fitText, fonts } from './fit-text.ts';
import { MeasureContext } from './picture-context.ts';

interface Props {
  text: string;
  font: Font;
  x: number;
  /** The baseline. */
  y: number;
  width: number;
  color: string;
  anchor?: 'start' | 'middle';
}

const families = {
  plain: "'Inter Variable', Inter, system-ui, sans-serif",
  mono: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
};

export function Words({ text, font, x, y, width, color, anchor = 'start' }: Props) {
  const measure = useContext(MeasureContext);
  const { size, weight, mono } = fonts[font];
  return (
    <text
      x={x}
      y={y}
      fill={color}
      fontFamily={mono ? families.mono : families.plain}
      fontSize={size}
      fontWeight={weight}
      textAnchor={anchor === 'middle' ? 'middle' : undefined}
    >
      {fitText(text, width, font, measure)}
    </text>
  );
}
