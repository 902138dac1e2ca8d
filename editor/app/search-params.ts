// What an address may carry after the question mark: known names with text, everything else is dropped.
export const texts =
  <Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): Partial<Record<Name, string>> => {
    const kept: Partial<Record<Name, string>> = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'number' || typeof value === 'boolean') kept[name] = String(value);
      if (typeof value === 'string' && value !== '') kept[name] = value;
    }
    return kept;
  };
