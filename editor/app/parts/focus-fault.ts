// A form that is sent with something wrong in it gives the keys to the first field that says so.

/** Once it is drawn what is wrong. */
export function focusFault(place: ParentNode | null): void {
  requestAnimationFrame(() => place?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

/** Every form of the page, also in dialogs. */
export function watchForms(page: Document): void {
  page.addEventListener('submit', ({ target }) =>
    focusFault(target instanceof HTMLFormElement ? target : null),
  );
}
