// The order of names, the same in every language of the page; for thousands of names, since `localeCompare` is slow.
export const compareNames = new Intl.Collator('en').compare;
