// Where the bar of what is selected goes, so that no part of it is outside the canvas: aside by so much, and below when
// there is no room above. In pixels of the screen.

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Room {
  width: number;
  height: number;
}

export interface BarPlace {
  aside: number;
  below: boolean;
}

/** From the selected to the bar, and from the bar to the border. */
export const barOffset = 10;
const border = 8;

const usual: BarPlace = { aside: 0, below: false };

/** `selected` is the box around it as it is seen; out of sight it takes its bar along. */
export function placeBar(selected: Box, bar: Room, canvas: Room): BarPlace {
  const { x, y, width, height } = selected;
  const isSeen = x + width > 0 && x < canvas.width && y + height > 0 && y < canvas.height;
  if (!isSeen || bar.width === 0) return usual;
  const left = x + width / 2 - bar.width / 2;
  const most = Math.max(border, canvas.width - border - bar.width);
  const aside = Math.round(Math.min(Math.max(left, border), most) - left);
  const needed = bar.height + barOffset + border;
  return { aside, below: y < needed && y + height + needed < canvas.height };
}
