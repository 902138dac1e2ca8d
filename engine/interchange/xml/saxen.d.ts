// saxen has no types of its own; these are of the parts used here.
declare module 'saxen' {
  interface Context {
    line: number;
    column: number;
  }
  type GetContext = () => Context;
  type Decode = (text: string) => string;
  interface Element {
    readonly name: string;
    readonly attrs: Record<string, string> | false;
  }
  export class Parser {
    constructor(options: { proxy: true });
    ns(prefixes: Record<string, string>): this;
    on(
      name: 'openTag',
      run: (element: Element, decode: Decode, selfClosing: boolean, context: GetContext) => void,
    ): this;
    on(name: 'closeTag', run: (element: Element) => void): this;
    on(name: 'text', run: (text: string, decode: Decode, context: GetContext) => void): this;
    on(name: 'cdata', run: (text: string, context: GetContext) => void): this;
    on(name: 'attention', run: (text: string, decode: Decode, context: GetContext) => void): this;
    on(name: 'error' | 'warn', run: (error: Error, context: GetContext) => void): this;
    parse(text: string): Error | null;
    stop(): void;
  }
}
