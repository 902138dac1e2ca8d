// The id of a new attribute, from its name: what files and addresses call it.
const MARKS = /\p{M}/gu;

export const idFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

export const valuesFrom = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,\n;]/)
      .map((value) => value.trim())
      .filter(Boolean),
  ),
];
