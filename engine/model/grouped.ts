// A count as English writes it, in groups of three: sentences of the engine and the server have it so, and a screen in another
// language retells it in its own.
export const grouped = (count: number | bigint): string =>
  String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
