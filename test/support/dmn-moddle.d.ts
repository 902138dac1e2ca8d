// dmn-moddle has no types of its own: the part of it that is used here.
declare module 'dmn-moddle' {
  export interface ModdleElement {
    get(name: string): unknown;
  }
  export class DmnModdle {
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: unknown[] }>;
  }
}
