// How large a regular expression becomes when its repetitions are written out: `(ab){3}` is six. An upper
// bound, read from the text alone, so that no pattern is compiled that is too large.

interface Group {
  size: number;
  /** The size of what a repetition would repeat. */
  last: number;
}

const repetition = /^\{(\d+)(?:,(\d*))?\}/;

function close(groups: Group[]): void {
  const inner = groups.pop();
  const outer = groups.at(-1);
  if (!inner || !outer) return;
  outer.size += inner.size;
  outer.last = inner.size;
}

/** What stands at a place of the pattern: how many letters it takes, and what it does to the group. */
function step(pattern: string, at: number, groups: Group[]): number {
  const letter = pattern[at];
  const group = groups.at(-1);
  const repeat = letter === '{' ? repetition.exec(pattern.slice(at, at + 24)) : null;
  if (letter === '(') groups.push({ size: 1, last: 0 });
  else if (letter === ')' && groups.length > 1) close(groups);
  else if (group && repeat) {
    const times = Math.max(Number(repeat[1]), Number(repeat[2] || 0), 1);
    group.size += group.last * (times - 1);
    group.last *= times;
  } else if (group) {
    group.size += 1;
    group.last = 1;
  }
  return letter === '\\' ? 2 : 1;
}

export function patternSize(pattern: string): number {
  const groups: Group[] = [{ size: 0, last: 0 }];
  for (let at = 0; at < pattern.length; ) at += step(pattern, at, groups);
  return groups.reduce((sum, group) => sum + group.size, 0);
}
