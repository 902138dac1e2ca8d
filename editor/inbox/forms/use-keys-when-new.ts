// What was added just now has the keys in its first field: whoever adds something means to name it.
import { type RefObject, useEffect, useRef } from 'react';

export function useKeysWhenNew(isNew: boolean): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) field.current?.focus();
  }, [isNew]);
  return field;
}
