// Is something there that can be seen? The lists of closed fields stay in the page and are not shown.

export const isShown = (selector: string): boolean =>
  [...document.querySelectorAll(selector)].some((each) => each.checkVisibility());
