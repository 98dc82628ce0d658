import { Document, Header, Paragraph, TextRun, type FileChild } from 'docx';
import { ChartRun, type ChartRunOptions } from 'docx/charts';
import { writeZip } from '../../../../electron/files/zip-writer.ts';
import { memberText, readZip } from '../../../../electron/files/zip-reader.ts';
import { packed } from '../../../helpers/ooxml-form.ts';

/** Figures that must never reach a document: everything in the templates is made of them. */
export const dummyName = '样例系列';
export const dummyCategory = '样例类别';

const categories = [1, 2, 3].map((number) => `${dummyCategory}${number}`);
const values = [987_654, 876_543, 765_432];
const series = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `${dummyName}${index + 1}`, values }));
const points = [{ x: 987_654, y: 876_543 }, { x: 1, y: 765_432 }];

/** A chart of every type, by name; the tag stands in the alternative text. */
export const chartTypes: Readonly<Record<string, (tag: string) => ChartRunOptions>> = {
  簇状柱形图: (tag) => ({ type: 'column', categories, series: series(2), altText: altText(tag), dataLabels: { value: true } }),
  堆积柱形图: (tag) => ({ type: 'column', categories, series: series(2), stacking: 'stacked', altText: altText(tag) }),
  百分比条形图: (tag) => ({ type: 'bar', categories, series: series(2), stacking: 'percent', altText: altText(tag) }),
  折线图: (tag) => ({ type: 'line', categories, series: [{ name: dummyName, values, trendlines: [{ type: 'linear' }], pointLabels: [undefined, { text: dummyCategory }, { value: true }] }], altText: altText(tag) }),
  面积图: (tag) => ({ type: 'area', categories, series: series(2), altText: altText(tag) }),
  饼图: (tag) => ({ type: 'pie', categories, series: [{ name: dummyName, values }], altText: altText(tag), dataLabels: { percentage: true } }),
  圆环图: (tag) => ({ type: 'doughnut', categories, series: [{ name: dummyName, values }], altText: altText(tag) }),
  复合饼图: (tag) => ({ type: 'pieOfPie', categories, series: [{ name: dummyName, values }], altText: altText(tag) }),
  雷达图: (tag) => ({ type: 'radar', categories, series: series(2), altText: altText(tag) }),
  散点图: (tag) => ({ type: 'scatter', series: [{ name: dummyName, points }], altText: altText(tag) }),
  气泡图: (tag) => ({ type: 'bubble', series: [{ name: dummyName, points: points.map((point) => ({ ...point, size: 5 })) }], altText: altText(tag) }),
  组合图: (tag) => ({ type: 'column', categories, series: [...series(1), { name: `${dummyName}线`, values, type: 'line', axis: 'secondary' }], altText: altText(tag) }),
};

/** A column chart with this title. */
export function titledChart(tag: string, title: string): ChartRunOptions {
  return { type: 'column', categories, series: series(2), title, altText: altText(tag) };
}

function altText(tag: string): { readonly name: string; readonly description: string } {
  return { name: '图表', description: tag };
}

/** A document with these charts, one after the other, each behind a line of text. */
export async function chartDocument(charts: readonly ChartRunOptions[], around: (children: readonly FileChild[]) => readonly FileChild[] = (children) => children): Promise<Uint8Array> {
  const children = charts.flatMap((options, index) => [new Paragraph(`图${index + 1}`), new Paragraph({ children: [new ChartRun(options)] })]);
  return stable(await packed(new Document({ sections: [{ children: [...around(children)] }] })));
}

/** A document with a chart in its header. */
export async function headerChart(options: ChartRunOptions): Promise<Uint8Array> {
  const header = new Header({ children: [new Paragraph({ children: [new ChartRun(options)] })] });
  return stable(await packed(new Document({ sections: [{ headers: { default: header }, children: [new Paragraph('正文')] }] })));
}

/** Charts in the body of a loop. */
export function inLoop(name: string): (children: readonly FileChild[]) => readonly FileChild[] {
  return (children) => [new Paragraph(`{#${name}}`), ...children, new Paragraph({ children: [new TextRun(`{/${name}}`)] })];
}

/** docx numbers its relationships at random. */
function stable(bytes: Uint8Array): Uint8Array {
  const archive = readZip(bytes);
  const ids = new Map<string, string>();
  return writeZip([...archive.values()].map((member) => {
    if (!/\.(?:xml|rels)$/.test(member.name)) return member;
    const text = (memberText(archive, member.name) ?? '').replace(/"rId[a-z0-9_-]{15,}"/g, (id) => {
      const known = ids.get(id) ?? `"rIdChart${ids.size + 1}"`;
      ids.set(id, known);
      return known;
    });
    return { name: member.name, bytes: Buffer.from(text) };
  }));
}
