// A form that opens in the page has the keys at once, and gives them back to what opened it: a button with the same
// `data-opens`, which may not be there while the form is.
import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  opener: string;
  /** Where the keys go: a form of one field has no other use. */
  at?: 'form' | 'words';
  className?: string | undefined;
  children: ReactNode;
}

export function FormPlace({ opener, at = 'form', className, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = place.current?.querySelector<HTMLElement>('form, section');
    // Not its first field: that one may open a list, or the keys of a telephone.
    form?.setAttribute('tabindex', '-1');
    const words = at === 'words' && form?.querySelector('textarea');
    (words || form)?.focus();
    return () => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>(`[data-opens="${CSS.escape(opener)}"]`)?.focus();
    };
  }, [opener, at]);
  return (
    <div ref={place} className={className}>
      {children}
    </div>
  );
}
