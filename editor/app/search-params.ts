// What an address may carry after the question mark: known names with text. A known name with anything else is undefined
// and not left out, since the router lays what is read over what the address says.
export const texts =
  <Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): Partial<Record<Name, string>> => {
    const kept: Partial<Record<Name, string>> = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'number' || typeof value === 'boolean') kept[name] = String(value);
      else if (typeof value === 'string' && value !== '') kept[name] = value;
      else if (name in search) kept[name] = undefined;
    }
    return kept;
  };

type Texts<Name extends string> = Partial<Record<Name, string>>;
type Fits = (text: string) => boolean;

export const oneOf =
  (...known: readonly string[]): Fits =>
  (text) =>
    known.includes(text);
/** An order, or the same the other way round. */
export const isOrder =
  (...known: readonly string[]): Fits =>
  (text) =>
    known.includes(text.replace(/^-/, ''));
/** As long as a search may be. */
export const longest = 200;
export const isShort: Fits = (text) => text.length <= longest;
export const isWhole: Fits = (text) => /^\d{1,9}$/.test(text);
export const isDay: Fits = (text) => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // The 31st of February is taken for a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
};

/** A value that the screen could not ask for is dropped too: an address that was typed wrong shows more, not an error. */
export const fitting =
  <Name extends string>(
    read: (search: Record<string, unknown>) => Texts<Name>,
    fits: Partial<Record<Name, Fits>>,
  ) =>
  (search: Record<string, unknown>): Texts<Name> => {
    const kept = read(search);
    for (const name of Object.keys(fits) as Name[]) {
      const text = kept[name];
      if (text !== undefined && !fits[name]?.(text)) kept[name] = undefined;
    }
    return kept;
  };
