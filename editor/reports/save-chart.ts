// A chart as a file: its drawing with the colours that the page gives it, so that it looks the same without the page.
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
];
const SCALE = 2;
const MOST_WAIT_MS = 10_000;

function withOwnStyles(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return svg;
  const shown = [svg, ...svg.querySelectorAll('*')];
  const kept = [copy, ...copy.querySelectorAll('*')];
  for (const [index, element] of shown.entries()) {
    const seen = getComputedStyle(element);
    for (const name of STYLES) kept[index]?.setAttribute(name, seen.getPropertyValue(name));
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return copy;
}

function stacked(charts: SVGSVGElement[]): { text: string; width: number; height: number } {
  const boxes = charts.map((svg) => svg.getBoundingClientRect());
  const width = Math.ceil(Math.max(...boxes.map((box) => box.width)));
  let height = 0;
  const parts = charts.map((svg, index) => {
    const copy = withOwnStyles(svg);
    copy.setAttribute('y', String(height));
    height += Math.ceil(boxes[index]?.height ?? 0);
    return new XMLSerializer().serializeToString(copy);
  });
  const ground = getComputedStyle(document.body).backgroundColor;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${ground}"/>${parts.join('')}</svg>`;
  return { text, width, height };
}

async function toPng({ text, width, height }: ReturnType<typeof stacked>): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

const fileName = (question: string): string =>
  question.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

/** All of them or none. */
function drawnIn(chart: HTMLElement): SVGSVGElement[] {
  const drawn = [...chart.querySelectorAll<SVGSVGElement>('svg.recharts-surface')].filter(
    (svg) => svg.getBoundingClientRect().height > 40,
  );
  return drawn.length < chart.querySelectorAll('[data-drawing]').length ? [] : drawn;
}

/** A chart is drawn only once its code has come and its size is known. */
async function whenDrawn(chart: HTMLElement): Promise<SVGSVGElement[]> {
  const latest = performance.now() + MOST_WAIT_MS;
  let charts = drawnIn(chart);
  while (charts.length === 0 && performance.now() < latest) {
    await new Promise(requestAnimationFrame);
    charts = drawnIn(chart);
  }
  return charts;
}

/** Everything that is drawn in `chart`, one below the other. False: nothing is, also after waiting for it. */
export async function saveChart(chart: HTMLElement, question: string, kind: 'svg' | 'png'): Promise<boolean> {
  const charts = await whenDrawn(chart);
  if (charts.length === 0) return false;
  const drawing = stacked(charts);
  const blob = kind === 'svg' ? new Blob([drawing.text], { type: 'image/svg+xml' }) : await toPng(drawing);
  if (blob) download(blob, `${fileName(question)}.${kind}`);
  return blob !== null;
}
