// Copied stages as the text that the clipboard holds, and back. Text from elsewhere is checked like any document.
import { type Cycle, formatCycle, parseCycle } from '../../../engine/index.ts';

export const clipText = (clip: Cycle): string => formatCycle(clip);

/** Null when the text is something else. A whole cycle is read as all its stages. */
export function readClip(text: string): Cycle | null {
  const document = asJson(text);
  if (document === null) return null;
  const parsed = parseCycle(document);
  return parsed.kind === 'parsed' ? parsed.cycle : null;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
