// Paper is white: a page that is printed from the dark theme is printed in the light one.
import { useEffect } from 'react';

const attribute = 'data-mantine-color-scheme';

export function useLightPrint(): void {
  useEffect(() => {
    const root = document.documentElement;
    let before: string | null = null;
    const toPaper = () => {
      before = root.getAttribute(attribute);
      root.setAttribute(attribute, 'light');
    };
    const back = () => {
      if (before) root.setAttribute(attribute, before);
    };
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', back);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', back);
    };
  }, []);
}
