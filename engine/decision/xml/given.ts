// Objects as documents have them: a key without a value is left out.
export const given = <T extends object>(fields: T): T => {
  const kept: Partial<T> = { ...fields };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept as T;
};
