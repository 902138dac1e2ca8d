// A button that sends something is disabled meanwhile, and a browser takes the focus from what is disabled: it gets it
// back once it can be pressed again, unless something else got the focus meanwhile.
import { useMergedRef } from '@mantine/hooks';
import { type ComponentPropsWithRef, useEffect, useLayoutEffect, useRef } from 'react';

export function KeptButton({ ref, type = 'button', disabled, ...others }: ComponentPropsWithRef<'button'>) {
  const own = useRef<HTMLButtonElement>(null);
  const had = useRef(false);
  const both = useMergedRef(own, ref);
  useLayoutEffect(() => {
    if (disabled) had.current = document.activeElement === own.current;
  }, [disabled]);
  useEffect(() => {
    if (disabled || !had.current) return;
    had.current = false;
    if (document.activeElement === document.body) own.current?.focus();
  }, [disabled]);
  return <button {...others} ref={both} type={type} disabled={disabled} />;
}
