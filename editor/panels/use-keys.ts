// The keys of a list of named things from one drawing to the next.
import { useState } from 'react';
import { type Keyed, keepKeys } from './keep-keys.ts';

export function useKeys(ids: readonly string[]): (id: string) => string {
  const [kept, setKept] = useState<Keyed>({ ids, keys: ids });
  const isSame = kept.ids.length === ids.length && ids.every((id, index) => id === kept.ids[index]);
  const now = isSame ? kept : keepKeys(kept, ids);
  if (now !== kept) setKept(now);
  return (id) => now.keys[now.ids.indexOf(id)] ?? id;
}
