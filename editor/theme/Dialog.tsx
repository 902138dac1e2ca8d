// A dialog over the page. Mantine's gives the focus back where it was only if it was there before it was opened; most here
// are made when they are opened, and are gone with what they were about.
import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/** What the focus goes back to: of a menu, which ends with the press, what had opened the menu. */
function openerNow(): HTMLElement | null {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return null;
  const menu = activeElement.closest('[role="menu"]');
  return (
    (menu?.id ? document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(menu.id)}"]`) : null) ??
    activeElement
  );
}

/** Unless somebody else gave the focus a place meanwhile. */
function useFocusGivenBack(isOpen: boolean): void {
  const [opener] = useState(() => (isOpen ? openerNow() : null));
  useEffect(
    () => () => {
      if (document.activeElement === document.body) opener?.focus({ preventScroll: true });
    },
    [opener],
  );
}

export function Dialog(props: ModalProps) {
  useFocusGivenBack(props.opened);
  return <Modal {...props} />;
}
