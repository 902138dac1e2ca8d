// saxen has no types of its own; these are of the parts used here. With `proxy` an element is an object.
declare module 'saxen' {
  type Decode = (text: string) => string;
  type Place = () => { line: number; column: number; data: string };
  interface Element {
    readonly name: string;
    readonly attrs: Record<string, string> | false;
  }

  interface Reader {
    ns(prefixes: Record<string, string>): this;
    on(
      event: 'openTag',
      hook: (element: Element, decode: Decode, selfClosing: boolean, place: Place) => void,
    ): this;
    on(event: 'closeTag', hook: (element: Element) => void): this;
    on(event: 'text', hook: (text: string, decode: Decode, place: Place) => void): this;
    on(event: 'cdata', hook: (text: string, place: Place) => void): this;
    on(event: 'attention', hook: (text: string, decode: Decode, place: Place) => void): this;
    on(event: 'error' | 'warn', hook: (error: Error, place: Place) => void): this;
    parse(xml: string): Error | null;
    stop(): this;
  }
  export const Parser: { new (options: { proxy: true }): Reader };
}
